-- When it was first looked for at the carrier in vain.
alter table dialed_call add column missed_at timestamptz;

create index dialed_call_of_extension on dialed_call (extension_id, created_at desc);
