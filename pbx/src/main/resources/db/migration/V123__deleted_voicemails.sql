-- What was deleted can be brought back for a while; then its sound and its words go for good.
alter table voicemail
    add column deleted_at timestamptz,
    add column deleted_by text;

drop index voicemail_unheard;
create index voicemail_unheard on voicemail (extension_id)
    where listened_at is null and deleted_at is null and state in ('fetching', 'stored');

-- A call leads to what was left in it.
create index voicemail_call on voicemail (call_id);
