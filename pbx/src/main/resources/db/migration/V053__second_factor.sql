-- The key of somebody's authenticator app, sealed with a key that is not in the database. Not yet confirmed: not yet asked for.
create table second_factors (
    user_id uuid primary key references users (id) on delete cascade,
    sealed_key bytea not null,
    confirmed_at timestamptz,
    -- The newest half minute whose code was taken: it and all before it are worth nothing any more.
    last_step bigint not null default 0
);

create table recovery_codes (
    user_id uuid not null references second_factors (user_id) on delete cascade,
    code_hash bytea not null,
    primary key (user_id, code_hash)
);

create table sign_in_policy (
    only_row boolean primary key default true check (only_row),
    second_factor_required boolean not null
);

insert into sign_in_policy (second_factor_required) values (false);
