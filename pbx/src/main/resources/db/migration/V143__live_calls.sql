-- A call is moved at every step, and heard of in between: without a time of that in an index, and with room left on its page, it is
-- written anew there alone instead of in every index of the table.
drop index call_live;
create index call_live on call (started_at, id) where ended_at is null;
alter table call set (fillfactor = 75);
