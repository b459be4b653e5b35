-- Somebody who was asked in. The link is known by the SHA-256 of its token; using it makes the user and deletes this.
create table invitations (
    id uuid primary key,
    email text not null,
    role text not null,
    token_hash bytea not null,
    invited_by uuid not null references users (id) on delete cascade,
    created_at timestamptz not null,
    expires_at timestamptz not null
);

create unique index invitations_email on invitations (lower(email));
create unique index invitations_token on invitations (token_hash);
create index invitations_inviter on invitations (invited_by);

-- The one link by which somebody may choose a new password.
create table reset_links (
    user_id uuid primary key references users (id) on delete cascade,
    token_hash bytea not null,
    expires_at timestamptz not null
);

create unique index reset_links_token on reset_links (token_hash);
