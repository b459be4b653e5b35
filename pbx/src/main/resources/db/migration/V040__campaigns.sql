-- One text to many.
create table campaign (
    id         uuid        primary key,
    name       text        not null,
    message    text        not null,
    kind       text        not null check (kind in ('marketing', 'informational')),
    -- What becomes of a text that was looked for at the carrier and is not there (R10).
    policy     text        not null check (policy in ('at_most_once', 'at_least_once')),
    state      text        not null check (state in ('draft', 'scheduled', 'running', 'paused', 'done', 'canceled')),
    why        text,
    starts_at  timestamptz,
    created_at timestamptz not null,
    created_by text        not null,
    started_at timestamptz,
    ended_at   timestamptz,
    version    bigint      not null default 1
);

create index campaign_newest on campaign (created_at desc, id desc);
create index campaign_to_do on campaign (id) where state in ('scheduled', 'running');

create table campaign_sender (
    campaign_id uuid not null references campaign (id) on delete cascade,
    position    int  not null,
    number      text not null,
    primary key (campaign_id, number)
);

-- What an audience left out, so that whoever brought it can mend it.
create table campaign_rejected (
    campaign_id uuid   not null references campaign (id) on delete cascade,
    line        bigint not null,
    value       text   not null,
    code        text   not null
);

create index campaign_rejected_of on campaign_rejected (campaign_id, line);

-- One row per recipient, from the beginning to the last receipt; every figure is a count of these.
create table delivery (
    id             bigint      generated always as identity primary key,
    campaign_id    uuid        not null references campaign (id),
    to_number      text        not null,
    fields         jsonb,
    state          text        not null default 'waiting' check (state in ('waiting', 'claimed', 'sending', 'checking', 'sent',
                       'delivered', 'failed', 'skipped', 'not_confirmed', 'canceled')),
    due_at         timestamptz not null,
    -- Goes up with each claim: whoever holds an older one may not write any more (R13).
    lease_no       int         not null default 0,
    lease_until    timestamptz,
    attempts       smallint    not null default 0,
    sender         text,
    segments       smallint    not null default 0,
    token          text,
    carrier_id     text,
    carrier_status text,
    status_rank    smallint    not null default -1,
    code           text        not null default '',
    sentence       text        not null default '',
    sent_at        timestamptz,
    changed_at     timestamptz not null,
    unique (campaign_id, to_number)
);

create index delivery_due on delivery (campaign_id, due_at, id) where state = 'waiting';
create index delivery_leased on delivery (lease_until) where state in ('claimed', 'sending');
create index delivery_checking on delivery (id) where state = 'checking';
create index delivery_state on delivery (campaign_id, state, id);
create unique index delivery_token on delivery (token) where token is not null;
create index delivery_carrier on delivery (carrier_id) where carrier_id is not null;
create index delivery_person on delivery (to_number, sent_at) where sent_at is not null;
create index delivery_spent on delivery (sent_at) include (segments) where sent_at is not null;
create index delivery_quiet on delivery (changed_at) where state = 'sent';

-- What was tried, written down before it was (R8).
create table delivery_attempt (
    token       text        primary key,
    delivery_id bigint      not null references delivery (id),
    sender      text        not null,
    started_at  timestamptz not null,
    state       text        not null check (state in ('sending', 'accepted', 'rejected', 'not_sent', 'unknown', 'not_found')),
    carrier_id  text,
    detail      text        not null default '',
    looked      int         not null default 0,
    looked_at   timestamptz,
    settled_at  timestamptz
);

create index delivery_attempt_of on delivery_attempt (delivery_id);

-- All that the carrier said, those included of whom nobody knows (R3, R4).
create table delivery_news (
    carrier_id text        not null,
    status     text        not null,
    token      text        not null,
    error_code int         not null,
    at         timestamptz not null,
    primary key (carrier_id, status)
);

create index delivery_news_of on delivery_news (token);

-- When a number may send its next segment, for all nodes (R12).
create table sender_pace (
    number       text        primary key,
    next_free_at timestamptz not null default '-infinity',
    stopped_until timestamptz
);
