-- Who does not want to be rung, since when, and until when; without an end until they say otherwise.
alter table extension add column quiet_since timestamptz;
alter table extension add column quiet_until timestamptz;
alter table extension add constraint extension_quiet check (quiet_until is null or quiet_until >= quiet_since);
