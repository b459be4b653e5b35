-- Whether conversations between people are recorded. Nobody is recorded until somebody wants it.
create table recording_settings (
    only_row boolean primary key default true check (only_row),
    incoming text    not null default 'never' check (incoming in ('never', 'one_party_states', 'everywhere')),
    -- Where the people are who answer, such as TX; nothing while nobody has said so.
    state    text,
    version  bigint  not null default 0
);
insert into recording_settings default values;

-- Besides conversations with the receptionist, those with people.
alter table call_tape add column kind text not null default 'receptionist' check (kind in ('receptionist', 'people'));

-- What the phone is told instead when the caller does not want to be recorded.
alter table call_tape add column otherwise text;
