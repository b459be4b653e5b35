-- In which database this was written, by what no copy of it that was dumped and restored has too, and when that was last so: a copy is not older.
create table database_home (
    id      int         primary key check (id = 1),
    place   text,
    seen_at timestamptz not null default now()
);

insert into database_home (id) values (1);

-- A database that was restored from a backup. What was sent since then only the carrier knows, and nothing leaves before somebody resumes it (R26).
create table recovery (
    id            bigint      generated always as identity primary key,
    began_at      timestamptz not null default clock_timestamp(),
    -- When the backup was made; it may be a minute younger.
    since         timestamptz not null,
    -- When the newest comparison with the carrier began that came to its end, and why the newest did not.
    compared_from timestamptz,
    problem       text        not null default '',
    -- What the carrier has of those who wait here, and of whom nobody here knows; and what came in meanwhile.
    deliveries    int         not null default 0,
    texts         int         not null default 0,
    strangers     int         not null default 0,
    arrived       int         not null default 0,
    resumed_at    timestamptz,
    resumed_by    text
);

create unique index recovery_open on recovery ((true)) where resumed_at is null;
