-- A place in the list of what an audience left out, as lines of several files bear the same number.
alter table campaign_rejected add column id bigint generated always as identity;

drop index campaign_rejected_of;

create index campaign_rejected_of on campaign_rejected (campaign_id, id);
