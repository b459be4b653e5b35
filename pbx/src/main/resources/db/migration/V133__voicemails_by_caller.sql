-- What was deleted is little beside what was not, and is listed by itself.
create index voicemail_deleted on voicemail (received_at desc, id desc) where deleted_at is not null;

-- All that one caller left, for their conversation and for when they are forgotten.
create index voicemail_from on voicemail (from_e164) where from_e164 is not null;
