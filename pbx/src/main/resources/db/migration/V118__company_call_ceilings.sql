-- How much all people together may call; the row's lock also counts them one after the other.
alter table dial_settings
    add column company_calls_per_hour int not null default 300,
    add column company_calls_per_day  int not null default 2000,
    add column company_cents_per_day  int not null default 20000;

-- When a ceiling of the company was last reached.
create table call_ceiling_reached (
    ceiling    text primary key,
    reached_at timestamptz not null
);
