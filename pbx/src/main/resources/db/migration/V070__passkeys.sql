-- Keys that people sign in with, held by their devices. We keep the public half: nothing here opens anything.
create table passkeys (
    id uuid primary key,
    user_id uuid not null references users (id) on delete cascade,
    credential_id bytea not null unique,
    public_key bytea not null,
    algorithm text not null,
    name text not null,
    -- Of devices that count; one that counts back was copied.
    uses bigint not null,
    created_at timestamptz not null,
    last_used_at timestamptz
);

create index passkeys_by_user on passkeys (user_id);

-- Challenges that were answered, until they are too old to be answered again.
create table passkey_challenges_answered (
    hash bytea primary key,
    until timestamptz not null
);
