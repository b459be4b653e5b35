-- The few that are open, among all that were ever done.
create index missed_call_open_newest on missed_call (last_at desc, id desc) where done_at is null;

-- When each was texted back, so that an hour has an end; not known of those before.
alter table text_back_day add column at timestamptz;
create index text_back_day_newest on text_back_day (at);
