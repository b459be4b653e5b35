create table voicemail (
    id           uuid primary key,
    recording_id text        not null unique,
    call_id      text        not null,
    extension_id uuid references extension (id),
    from_e164    text,
    received_at  timestamptz not null,
    state        text        not null,
    blob_key     text        not null,
    size         bigint,
    sha256       text,
    duration_ms  bigint,
    peaks        real[],
    listened_at  timestamptz,
    listened_by  text
);

create index voicemail_newest on voicemail (received_at desc, id desc);
create index voicemail_unheard on voicemail (extension_id) where listened_at is null and state in ('fetching', 'stored');

-- Kept apart because it may come before the recording's own news.
create table voicemail_transcript (
    recording_id text primary key,
    text         text,
    reason       text,
    received_at  timestamptz not null,
    check ((text is null) <> (reason is null))
);
