create table users (
    id uuid primary key,
    name text not null,
    email text not null,
    -- None: this person cannot sign in with a password.
    password_hash text,
    role text not null,
    created_at timestamptz not null,
    disabled_at timestamptz
);

create unique index users_email on users (lower(email));

-- Links by which the first owner may be made; each is the SHA-256 of what the link holds.
create table setup_links (
    token_hash bytea primary key,
    expires_at timestamptz not null
);

create table api_tokens (
    id text primary key,
    user_id uuid not null references users (id) on delete cascade,
    name text not null,
    role text not null,
    secret_hash bytea not null,
    created_at timestamptz not null,
    expires_at timestamptz not null,
    last_used_at timestamptz
);

create index api_tokens_user on api_tokens (user_id);

-- Attempts to sign in, counted per account and per address.
create table sign_in_limits (
    scope text primary key,
    attempts int not null,
    last_at timestamptz not null,
    blocked_until timestamptz
);

create table audit_log (
    id bigint generated always as identity primary key,
    at timestamptz not null,
    actor text not null,
    address text,
    action text not null,
    object text,
    detail text
);

create index audit_log_at on audit_log (at);

create function audit_log_only_grows() returns trigger language plpgsql as $$
begin
    raise exception 'The audit log is append-only.';
end
$$;

create trigger audit_log_only_grows before update or delete or truncate on audit_log
    for each statement execute function audit_log_only_grows();
