-- When it was started or resumed last: what failed before then has been seen by somebody.
alter table campaign add column running_since timestamptz;
update campaign set running_since = started_at where state = 'running';
