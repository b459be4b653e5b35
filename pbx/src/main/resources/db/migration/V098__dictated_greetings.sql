-- Greetings that somebody speaks into their own phone, which we ring for that.
create table greeting_dictation (
    id          uuid primary key,
    user_id     uuid        not null references users (id) on delete cascade,
    user_name   text        not null,
    phone       text        not null,
    from_e164   text        not null,
    state       text        not null check (state in ('ready', 'ringing', 'speaking', 'recorded', 'kept', 'failed')),
    -- Under which the sound is stored, however often it is sent for.
    blob_key    text        not null,
    -- None until the carrier says that the recording is complete.
    recording   text,
    recorded_at timestamptz,
    greeting    text references greeting (name),
    why         text        not null default '',
    created_at  timestamptz not null
);
-- Nobody's phone rings twice at once.
create unique index greeting_dictation_live on greeting_dictation (user_id) where state in ('ready', 'ringing', 'speaking');
