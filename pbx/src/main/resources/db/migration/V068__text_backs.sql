-- What each number texts whom it missed; a number without a row texts nobody.
create table text_back (
    number_id uuid primary key references phone_number (id) on delete cascade,
    covers    text not null check (covers in ('off', 'always', 'open', 'closed')),
    words     text not null
);

-- What was chosen for all numbers at once is chosen for each of them.
insert into text_back (number_id, covers, words)
select n.id, 'always', s.missed_call_text
from messaging_settings s, phone_number n
where s.missed_call_text is not null and n.state not in ('failed', 'released');

alter table messaging_settings drop column missed_call_text;

-- Who was texted back on which day of the company, so that nobody is twice.
create table text_back_day (
    caller text not null,
    day    date not null,
    primary key (caller, day)
);

create index text_back_day_old on text_back_day (day);
