-- What somebody has to see to before the carrier takes a number's texts; empty where it only rests.
alter table sender_pace add column stopped_because text not null default '';
