create table company_settings (
    only_row           boolean primary key default true check (only_row),
    business_name      text    not null,
    time_zone          text    not null,
    operator_extension text,
    version            bigint  not null default 1
);

insert into company_settings (business_name, time_zone) values ('Our company', 'America/New_York');
