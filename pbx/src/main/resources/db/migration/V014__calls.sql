create table call (
    id           uuid primary key,
    carrier_id   text        not null unique,
    from_e164    text,
    to_e164      text,
    started_at   timestamptz not null,
    answered_at  timestamptz,
    ended_at     timestamptz,
    news_at      timestamptz not null,
    place        text        not null,
    outcome      text        not null,
    extension_id uuid references extension (id),
    -- Whose mailbox was offered: an extension's id or 'general'; recordings found later are filed by it.
    mailbox      text,
    summary      text        not null
);

create index call_newest on call (started_at desc, id desc);
create index call_live on call (news_at) where ended_at is null;

-- What happened and why, in order. The answer is kept so that a repeated webhook hears the same again.
create table call_step (
    call_id uuid        not null references call (id),
    seq     int         not null,
    request text        not null,
    at      timestamptz not null,
    kind    text        not null,
    text    text        not null,
    reason  text        not null,
    answer  text        not null,
    primary key (call_id, seq),
    unique (call_id, request)
);

-- A phone that was rung for a call.
create table call_leg (
    carrier_id   text primary key,
    call_id      uuid        not null references call (id),
    extension_id uuid references extension (id),
    status       text        not null,
    rank         int         not null,
    created_at   timestamptz not null,
    accepted_at  timestamptz,
    ended_at     timestamptz
);

create index call_leg_of on call_leg (call_id);
