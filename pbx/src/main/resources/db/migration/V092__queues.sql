-- Callers who wait in a queue of the call flow, each since they came to it. Whoever talks, or is led elsewhere, is in no row.
create table call_waiting (
    call_id  uuid primary key references call (id) on delete cascade,
    -- The key of the queue.
    place    text        not null,
    since    timestamptz not null,
    -- The extensions that are being rung for them; none while they hear music.
    rung     text[]      not null,
    -- The carrier tells of the caller by then; if not, they keep nobody else waiting.
    heard_by timestamptz not null
);
