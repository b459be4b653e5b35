-- The phone of whoever is called by somebody here, since the carrier first told of it, and whether they are to wait on hold.
create table called_phone (
    call_id   uuid primary key references dialed_call (id) on delete cascade,
    leg       text          not null,
    gone      boolean       not null default false,
    -- Null while nobody has held them.
    stage     text check (stage in ('held', 'together')),
    since     timestamptz,
    parted    boolean       not null default false,
    -- Each hold from when to when they heard music; the last has no end yet while they do.
    held_at   timestamptz[] not null default '{}',
    back_at   timestamptz[] not null default '{}',
    check ((stage is null) = (since is null))
);
