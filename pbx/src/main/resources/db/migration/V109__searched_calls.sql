-- The log is asked for how calls ended, whom they reached, which number was called and who called, newest first.
create index call_by_outcome on call (outcome, started_at desc, id desc);
create index call_by_extension on call (extension_id, started_at desc, id desc);
create index call_by_number on call (to_e164, started_at desc, id desc);
create index call_by_caller on call (from_e164, started_at desc, id desc);
create index call_tape_playable on call_tape (wanted_at desc) where state = 'stored';

-- Everybody who ever called, once: part of a number is looked for here and not in every call.
create table caller (
    e164 text primary key
);

insert into caller (e164) select distinct from_e164 from call where from_e164 is not null;

-- A database that refuses the extension reads all callers instead, as it does with contacts.
do $$
begin
    create index caller_digits on caller using gin (e164 gin_trgm_ops);
exception when undefined_object then
    raise notice 'Callers are searched without an index: pg_trgm is not to be had here.';
end
$$;
