alter table recording_settings
    add column outgoing text not null default 'never' check (outgoing in ('never', 'one_party_states', 'everywhere'));

-- Calls that somebody here began are recorded too; they are kept elsewhere, so what is needed of them stands here.
alter table call_tape drop constraint call_tape_call_id_fkey;
alter table call_tape drop constraint call_tape_kind_check;
alter table call_tape add constraint call_tape_kind_check check (kind in ('receptionist', 'people', 'dialed'));
alter table call_tape add column dialed_carrier_id text;
-- Who was called, as long as they are not forgotten.
alter table call_tape add column dialed_e164 text;
