-- What one of us does with a caller whom they have: who is on hold, and who has been brought back. A call that is in no row goes on as the
-- document says that rang.
create table call_handling (
    call_id      uuid primary key references call (id) on delete cascade,
    stage        text        not null check (stage in ('held', 'together')),
    -- Of whoever has the caller.
    leg          text        not null,
    extension_id uuid        not null references extension (id),
    since        timestamptz not null,
    -- Since when the carrier has parted the two; none: it was asked to, and has not said so.
    apart_at     timestamptz
);
create index call_handling_leg on call_handling (leg);
