-- None when whoever was called is to be forgotten (C39).
alter table dialed_call alter column to_e164 drop not null;

create index dialed_call_to on dialed_call (to_e164);
