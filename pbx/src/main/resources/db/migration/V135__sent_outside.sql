-- To which numbers outside somebody here sent a caller, so that it is found what says so when whoever has the number is forgotten (C39).
create table call_sent_outside (
    call_id   uuid    not null references call (id) on delete cascade,
    e164      text    not null,
    forgotten boolean not null default false,
    primary key (call_id, e164)
);

create index call_sent_outside_to on call_sent_outside (e164);
