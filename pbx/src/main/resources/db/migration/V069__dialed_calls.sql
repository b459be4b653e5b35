-- Calls that somebody here began: their own phone rings first.
create table dialed_call (
    id           uuid primary key,
    user_id      uuid        not null references users (id) on delete cascade,
    user_name    text        not null,
    extension_id uuid        not null references extension (id),
    phone        text        not null,
    from_e164    text        not null,
    to_e164      text        not null,
    -- None until the carrier is known to have it.
    carrier_id   text unique,
    state        text        not null,
    -- The state's place in their order, by which it only moves on.
    rank         int         not null,
    outcome      text        not null,
    longest      int         not null,
    created_at   timestamptz not null,
    accepted_at  timestamptz,
    answered_at  timestamptz,
    ended_at     timestamptz,
    news_at      timestamptz not null,
    why          text        not null
);

create index dialed_call_newest on dialed_call (created_at desc, id desc);
create index dialed_call_live on dialed_call (news_at) where ended_at is null;
create index dialed_call_of on dialed_call (user_id, created_at);

create table dial_settings (
    only_row      boolean primary key default true check (only_row),
    countries     text[] not null,
    calls_per_day int    not null,
    cents_per_day int    not null,
    version       bigint not null
);

insert into dial_settings (countries, calls_per_day, cents_per_day, version) values ('{US,CA}', 100, 1000, 1);
