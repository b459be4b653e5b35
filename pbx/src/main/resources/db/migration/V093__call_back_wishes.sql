-- Whether the caller has asked to be called back.
alter table missed_call add column wants_call_back boolean not null default false;
