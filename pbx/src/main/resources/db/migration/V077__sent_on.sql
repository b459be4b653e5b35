-- Since when a caller who was transferred has been taken by nobody; none: they were not, or somebody took them. When they were answered
-- first stays, as figures tell how long callers waited.
alter table call add column sent_on_at timestamptz;
