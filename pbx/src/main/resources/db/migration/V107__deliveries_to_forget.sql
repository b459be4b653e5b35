-- Deliveries of people who were deleted while the carrier may have been asked: they go when it is known what became of them, as only
-- then the carrier's copy has a name by which it can be emptied (C39).
create table delivery_to_forget (
    delivery_id bigint primary key references delivery (id) on delete cascade,
    person      uuid   not null
);
