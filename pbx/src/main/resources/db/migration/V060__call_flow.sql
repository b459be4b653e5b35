-- What happens to a call, as JSON that only we write. The text keeps the order in which somebody wrote it.
create table call_plan_version (
    number       int primary key check (number > 0),
    plan         json        not null,
    published_at timestamptz not null,
    published_by text        not null,
    note         text        not null
);

-- No row: nobody has begun one, and it is the published plan.
create table call_plan_draft (
    only_row   boolean primary key default true check (only_row),
    plan       json        not null,
    version    bigint      not null,
    changed_at timestamptz not null,
    changed_by text        not null
);

-- Hours that are closed by hand, whatever they say.
create table call_plan_closure (
    hours     text primary key,
    since     timestamptz not null,
    until     timestamptz,
    closed_by text        not null
);

-- Calls of which somebody has said where they must end.
create table call_scenario (
    id         uuid primary key,
    name       text        not null unique,
    from_e164  text,
    to_e164    text        not null,
    at         timestamptz not null,
    keys       text[]      not null,
    ends       text        not null,
    created_at timestamptz not null,
    created_by text        not null
);

-- A call finishes on the plan it began with; none: what a company that has set nothing answers with.
alter table call add column plan_version int references call_plan_version (number);

-- The keys that a caller pressed in a menu, for whoever tries a draft on calls that were.
alter table call_step add column pressed text;

-- Who was rung, and talked, longest ago.
create index call_leg_of_extension on call_leg (extension_id, created_at desc);
