-- How a name sounds, in the words of whoever knows it: "hor hay" for Jorge.
alter table extension add column sounds_like text[] not null default '{}';

-- What callers said who turned out to mean this extension.
create table extension_alias (
    id           uuid primary key,
    extension_id uuid not null references extension (id) on delete cascade,
    words        text not null check (length(words) between 3 and 60),
    -- Taken off by a person: it is not used, and not learned again as long as it is remembered.
    dismissed_at timestamptz,
    unique (extension_id, words)
);

-- Who confirmed it and when: an alias is worth what its confirmations are, and goes with the last of them.
create table extension_alias_confirmation (
    alias_id uuid        not null references extension_alias (id) on delete cascade,
    call_id  uuid        not null,
    caller   text        not null,
    heard_at timestamptz not null,
    primary key (alias_id, call_id)
);

create index extension_alias_confirmation_caller on extension_alias_confirmation (caller, heard_at);
create index extension_alias_confirmation_heard on extension_alias_confirmation (heard_at);
