-- Whether networks take a number's texts, as the carrier lists it: toll-free verification, or campaign of its service (C28).
-- Null until it was asked; 'none' where it lists nothing.
alter table phone_number
    add column registration            text,
    add column registration_detail     text,
    add column registration_checked_at timestamptz;
