-- Whoever has to be called back. Several misses of one caller that nobody has seen to are one item.
create table missed_call (
    id        uuid primary key,
    -- None: the number was withheld, and such a call is an item of its own.
    caller    text,
    misses    int         not null check (misses > 0),
    first_at  timestamptz not null,
    last_at   timestamptz not null,
    owner_id  uuid references users (id) on delete set null,
    done_at   timestamptz,
    done_how  text,
    -- None: it was done by what happened.
    done_by   uuid references users (id) on delete set null,
    done_text uuid,
    version   bigint      not null
);

create unique index missed_call_open on missed_call (caller) where done_at is null;
create index missed_call_newest on missed_call (last_at desc, id desc);
create index missed_call_text on missed_call (done_text) where done_text is not null;

-- The calls that an item counts; each is counted once, however often its end is told.
create table missed_call_miss (
    call_id        uuid primary key references call (id),
    missed_call_id uuid        not null references missed_call (id) on delete cascade,
    at             timestamptz not null
);

create index missed_call_miss_of on missed_call_miss (missed_call_id, at desc);

-- Whether a caller who was missed has reached somebody since.
create index call_answered_from on call (from_e164, started_at desc) where answered_at is not null;
