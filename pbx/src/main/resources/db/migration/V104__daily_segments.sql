-- How many segments somebody lets a number send a day: null is what is usual for its kind, 0 as many as it can.
alter table phone_number add column daily_segments int check (daily_segments >= 0);

-- What campaigns have had a number send on a day, which is the carrier's and ends at midnight on the Pacific coast: the sum of the segments of
-- its attempts that were sent or may have been, written in the statements that write these. Only numbers that have a most are counted.
create table sender_day (
    number   text    primary key,
    most     int     not null,
    day      date    not null,
    segments int     not null default 0,
    -- A text did not fit any more, however little is missing.
    is_full  boolean not null default false
);

-- By which day of its number it was counted; null where that has no most. What certainly was not sent is taken back from that day.
alter table delivery_attempt add column counted_on date;
