-- One row from the wish for a number to its release. The state moves as numbers.NumberState says.
create table phone_number (
    id         uuid primary key,
    purpose    text        not null check (purpose in ('main', 'extension')),
    area_code  text,
    e164       text,
    carrier_id text,
    label      text        not null,
    state      text        not null,
    code       text,
    reason     text,
    tried      text[]      not null default '{}',
    created_at timestamptz not null,
    changed_at timestamptz not null
);

-- Two wishes at once never hold the same number.
create unique index phone_number_held on phone_number (e164)
    where state <> 'released' and (state <> 'failed' or carrier_id is not null);
create unique index phone_number_one_main on phone_number (purpose)
    where purpose = 'main' and state not in ('failed', 'released');
