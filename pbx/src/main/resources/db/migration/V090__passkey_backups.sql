-- Whether a passkey's maker may keep copies of it, which never changes, and whether there are some; not known of those that came before.
alter table passkeys add column backup_eligible boolean;
alter table passkeys add column backed_up boolean;
