create table contact (
    id         uuid primary key,
    name       text        not null,
    company    text        not null,
    email      text        not null,
    notes      text        not null,
    -- Name, company, e-mail and digits of numbers as they are searched: see contacts.SearchText.
    search     text        not null,
    created_at timestamptz not null,
    version    bigint      not null default 1
);

create index contact_newest on contact (created_at desc, id desc);

-- Words are found anywhere by trigrams. A database that refuses the extension answers the same questions by reading all
-- contacts.
do $$
begin
    create extension if not exists pg_trgm;
    create index contact_search on contact using gin (search gin_trgm_ops);
exception when insufficient_privilege or undefined_file or feature_not_supported or undefined_object then
    raise notice 'Contacts are searched without an index: pg_trgm is not to be had here (%).', sqlerrm;
end
$$;

-- A number belongs to one contact. Checked at the end, so that whoever wins the number then makes its contact.
create table contact_number (
    e164       text primary key,
    contact_id uuid not null references contact (id) on delete cascade deferrable initially deferred,
    position   int  not null
);

create index contact_number_of on contact_number (contact_id);

-- The company's own fields, and what they hold.
create table contact_field (
    name     text primary key,
    position int not null
);

create unique index contact_field_name on contact_field (lower(name));

create table contact_value (
    contact_id uuid not null references contact (id) on delete cascade,
    field      text not null references contact_field (name) on delete cascade,
    value      text not null,
    primary key (contact_id, field)
);

create index contact_value_field on contact_value (field);

-- Where the contacts went that were merged into others.
create table contact_merge (
    gone_id uuid primary key,
    kept_id uuid        not null,
    at      timestamptz not null
);

-- The key of the hashes under which opt-outs outlive the people (C8, C39).
create table number_hash_key (
    only_row boolean primary key default true check (only_row),
    key      bytea not null
);

insert into number_hash_key (key)
values (sha256(convert_to(gen_random_uuid()::text || gen_random_uuid()::text || gen_random_uuid()::text, 'UTF8')));

-- Who is not to be texted (C1). The hash is always there, the number only until its person is deleted.
create table opt_out (
    number_hash bytea primary key,
    id          uuid        not null unique,
    e164        text unique,
    since       timestamptz not null,
    source      text        not null,
    quote       text        not null
);

create index opt_out_newest on opt_out (since desc, id desc);

-- Doubtful words pause marketing until somebody decides (C2).
create table marketing_pause (
    number_hash bytea primary key,
    e164        text unique,
    since       timestamptz not null,
    source      text        not null,
    quote       text        not null
);

-- Everything that was ever consented to or revoked (C22).
create table consent_ledger (
    seq             bigint generated always as identity primary key,
    id              uuid        not null unique,
    number_hash     bytea       not null,
    e164            text,
    act             text        not null,
    category        text,
    recorded_at     timestamptz not null,
    -- When the person did it; earlier than recorded for imports.
    at              timestamptz not null,
    source          text        not null,
    method          text        not null,
    wording         text        not null,
    wording_version text        not null,
    language        text        not null,
    quote           text        not null,
    person          text        not null,
    address         text        not null,
    user_agent      text        not null,
    reference       text,
    actor           text,
    erased_at       timestamptz
);

create index consent_ledger_of on consent_ledger (number_hash, seq);

-- The one change allowed is to forget whom an entry was about (C39); what happened, when and under which words stays.
create function consent_ledger_only_grows() returns trigger language plpgsql as $$
begin
    if tg_op = 'UPDATE' then
        if old.erased_at is null and new.erased_at is not null
            and new.e164 is null and new.reference is null
            and (new.quote, new.person, new.address, new.user_agent) = ('', '', '', '')
            and (new.seq, new.id, new.number_hash, new.act, new.category, new.recorded_at, new.at, new.source, new.method,
                 new.wording, new.wording_version, new.language, new.actor)
                is not distinct from
                (old.seq, old.id, old.number_hash, old.act, old.category, old.recorded_at, old.at, old.source, old.method,
                 old.wording, old.wording_version, old.language, old.actor)
        then
            return new;
        end if;
    end if;
    raise exception 'The consent ledger is append-only.';
end
$$;

create trigger consent_ledger_only_grows before update or delete on consent_ledger
    for each row execute function consent_ledger_only_grows();
create trigger consent_ledger_is_never_emptied before truncate on consent_ledger
    for each statement execute function consent_ledger_only_grows();

-- A file on its way to become contacts; its content goes once it was run, or is found unused after a day.
create table contact_import (
    id         uuid primary key,
    name       text        not null,
    content    bytea,
    row_count  int         not null,
    created_at timestamptz not null,
    created_by text        not null,
    ran_at     timestamptz,
    added      int         not null default 0,
    changed    int         not null default 0,
    unchanged  int         not null default 0,
    refused    int         not null default 0,
    opted_out  int         not null default 0,
    consents   int         not null default 0
);

-- Rows of a file of which there is something to say.
create table contact_import_row (
    import_id uuid not null references contact_import (id) on delete cascade,
    line      bigint not null,
    code      text not null,
    reason    text not null,
    primary key (import_id, line)
);
