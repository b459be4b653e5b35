-- What callers hear at menus in somebody's own voice. A sound goes by the hash of its content, so what a version of the call flow names
-- stays the same for good; therefore none is ever changed or deleted.
create table greeting (
    name        text primary key check (name ~ '^[0-9a-f]{64}$'),
    type        text        not null check (type in ('audio/wav', 'audio/mpeg')),
    size        bigint      not null,
    duration_ms int         not null,
    -- None where the sound is compressed.
    peaks       real[],
    blob_key    text        not null unique,
    added_at    timestamptz not null,
    added_by    text        not null
);
