create table extension (
    id             uuid primary key,
    ext            text        not null check (ext ~ '^1[0-9]{2}$'),
    name           text        not null,
    department     text        not null,
    email          text        not null,
    forward_to     text,
    active         boolean     not null default true,
    number_id      uuid references phone_number (id),
    created_at     timestamptz not null,
    deactivated_at timestamptz,
    version        bigint      not null default 1
);

-- An extension may be given again once its holder is gone.
create unique index extension_active on extension (ext) where active;
create unique index extension_number on extension (number_id) where active;
