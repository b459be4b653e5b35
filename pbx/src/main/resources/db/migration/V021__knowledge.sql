create table knowledge (
    only_row boolean primary key default true check (only_row),
    address  text   not null default '',
    parking  text   not null default '',
    phone    text,
    website  text   not null default '',
    notes    text   not null default '',
    version  bigint not null default 1
);

insert into knowledge default values;

-- Closing at or before the opening time means on the next day.
create table opening_hours (
    weekday smallint not null check (weekday between 1 and 7),
    opens   time     not null,
    closes  time     not null,
    primary key (weekday, opens)
);

create table special_day (
    day   date primary key,
    label text not null
);

create table special_day_hours (
    day    date not null references special_day (day) on delete cascade,
    opens  time not null,
    closes time not null,
    primary key (day, opens)
);

create table faq_entry (
    id         uuid primary key,
    question   text        not null,
    answer     text        not null,
    language   text        not null,
    created_at timestamptz not null,
    version    bigint      not null default 1
);
