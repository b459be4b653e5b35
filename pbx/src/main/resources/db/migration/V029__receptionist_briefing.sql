-- What the business asks of its receptionist, as it was at each time. A call keeps to what held when it began.
create table receptionist_briefing (
    version      bigint      primary key,
    text         text        not null,
    published_at timestamptz not null,
    published_by text        not null,
    -- The earlier version that it brings back.
    restores     bigint references receptionist_briefing (version)
);

create index receptionist_briefing_newest on receptionist_briefing (published_at desc);

create table receptionist_briefing_draft (
    only_row   boolean     primary key default true check (only_row),
    text       text        not null default '',
    changed_at timestamptz,
    changed_by text        not null default '',
    version    bigint      not null default 1
);

insert into receptionist_briefing_draft default values;

alter table call_turn
    add column briefing_version bigint;
