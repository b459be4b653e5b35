-- Callers who are parked, each in a slot of their own that people can tell each other, until somebody picks them up.
alter table call_handling drop constraint call_handling_stage_check;
alter table call_handling
    add constraint call_handling_stage_check check (stage in ('held', 'aside', 'together', 'all', 'parked'));
alter table call_handling add column slot int;
create unique index call_handling_slot on call_handling (slot) where slot is not null;

-- How long a caller stays parked before whoever parked them is rung.
create table parking_settings (
    only_row boolean primary key default true check (only_row),
    minutes  int     not null default 3 check (minutes between 1 and 30),
    version  bigint  not null default 0
);
insert into parking_settings default values;
