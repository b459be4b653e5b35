-- One conversation per person outside, or per sender that is no phone number. Who answers moves only together with the epoch,
-- by which a draft knows that it has become stale.
create table conversation (
    id            uuid primary key,
    contact_id    uuid unique,
    address       text unique,
    answered_by   text        not null check (answered_by in ('assistant', 'person')),
    epoch         bigint      not null default 1,
    owner_id      uuid,
    owner_name    text,
    needs_person  text,
    urgent        boolean     not null default false,
    done          boolean     not null default false,
    snoozed_until timestamptz,
    unread        int         not null default 0,
    ours          text,
    theirs        text,
    heard_at      timestamptz,
    last_at       timestamptz not null,
    last_kind     text        not null,
    last_author   text        not null,
    last_text     text        not null,
    created_at    timestamptz not null,
    check ((contact_id is null) <> (address is null))
);

create index conversation_newest on conversation (last_at desc, id desc);
create index conversation_open on conversation (last_at desc, id desc) where not done;
create index conversation_unread on conversation (id) where unread > 0;
create index conversation_owner on conversation (owner_id) where owner_id is not null and not done;
create index conversation_needs on conversation (id) where needs_person is not null;
create index conversation_snoozed on conversation (snoozed_until) where snoozed_until is not null;

-- What is read in a conversation, in the order of its time. The entry of a text has the text's id.
create table conversation_entry (
    id              uuid primary key,
    conversation_id uuid        not null references conversation (id),
    at              timestamptz not null,
    kind            text        not null,
    reference       text,
    author_kind     text        not null,
    author_id       uuid,
    author_name     text        not null,
    body            text        not null,
    unique (kind, reference)
);

create index conversation_entry_newest on conversation_entry (conversation_id, at desc, id desc);
create index conversation_entry_words on conversation_entry using gin (to_tsvector('simple', body))
    where kind in ('text_in', 'text_out', 'note');

create table text_message (
    id              uuid primary key,
    conversation_id uuid        not null references conversation (id),
    inbound         boolean     not null,
    ours            text        not null,
    theirs          text        not null,
    body            text        not null,
    author_kind     text        not null,
    author_id       uuid,
    author_name     text        not null,
    kind            text,
    meaning         text,
    state           text        not null,
    carrier_status  text,
    carrier_id      text unique,
    error_code      int         not null default 0,
    epoch           bigint      not null,
    answers         uuid references text_message (id),
    segments        int         not null,
    media_count     int         not null default 0,
    -- What the gate checked and decided, or why the text was read as it was.
    why             jsonb,
    created_at      timestamptz not null,
    send_at         timestamptz,
    sent_at         timestamptz,
    changed_at      timestamptz not null
);

create index text_message_of on text_message (conversation_id, created_at desc, id desc);
create index text_message_to_come on text_message (conversation_id) where state in ('ready', 'scheduled', 'sending');
create index text_message_sent on text_message (sent_at) where not inbound and sent_at is not null;
create index text_message_answers on text_message (answers) where answers is not null;
create index text_message_theirs on text_message (theirs, created_at);
create index text_message_open on text_message (changed_at)
    where state = 'accepted' and carrier_status in ('accepted', 'scheduled', 'queued', 'sending', 'sent');

-- Written and committed before the carrier is asked; the token is in the callback's address and comes back with all news.
create table text_attempt (
    token      text primary key,
    text_id    uuid        not null references text_message (id),
    started_at timestamptz not null,
    state      text        not null,
    carrier_id text,
    error_code int         not null default 0,
    detail     text        not null default '',
    looked     int         not null default 0,
    looked_at  timestamptz,
    settled_at timestamptz
);

create index text_attempt_of on text_attempt (text_id);
create index text_attempt_open on text_attempt (started_at) where state in ('sending', 'unknown');

-- All that the carrier told of a text, once each, also what moved nothing.
create table text_news (
    id         bigint generated always as identity primary key,
    carrier_id text        not null,
    status     text        not null,
    token      text,
    text_id    uuid references text_message (id),
    error_code int         not null default 0,
    at         timestamptz not null,
    unique (carrier_id, status)
);

create index text_news_of on text_news (text_id);

create table text_media (
    id           uuid primary key,
    text_id      uuid references text_message (id),
    position     int         not null,
    carrier_id   text unique,
    claimed_type text        not null,
    type         text,
    size         bigint,
    sha256       text,
    blob_key     text        not null,
    state        text        not null,
    reason       text,
    -- Under which the carrier fetches what we send.
    public_key   text unique,
    created_at   timestamptz not null
);

create index text_media_of on text_media (text_id, position);

create table saved_reply (
    id         uuid primary key,
    title      text        not null,
    body       text        not null,
    created_at timestamptz not null,
    version    bigint      not null default 1
);

create unique index saved_reply_title on saved_reply (lower(title));

-- What the carrier has taught us about a number of ours that may not text.
create table text_sender (
    number     text primary key,
    code       int         not null,
    reason     text        not null,
    since      timestamptz not null
);

create table messaging_settings (
    only_row          boolean primary key default true check (only_row),
    assistant_on      boolean not null default true,
    countries         text[]  not null default '{US,CA}',
    cents_per_day     int     not null default 2000,
    missed_call_text  text,
    frozen            boolean not null default false,
    version           bigint  not null default 1
);

insert into messaging_settings default values;

drop table inbound_text;
