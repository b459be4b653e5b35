-- A call is moved at every step, and heard of in between: without a time of that in an index, and with room left on its page, it is
-- written anew there alone instead of in every index of the table.
drop index call_live;
create index call_live on call (started_at, id) where ended_at is null;
alter table call set (fillfactor = 75);

-- Nobody looks for calls by what was said or answered in them, and the planner reads thousands of the longest rows there are to learn about
-- it, every few seconds while calls come in.
alter table call_step
    alter column answer set statistics 0,
    alter column text set statistics 0,
    alter column reason set statistics 0,
    alter column request set statistics 10,
    alter column call_id set statistics 10,
    alter column seq set statistics 10,
    alter column at set statistics 10,
    alter column kind set statistics 10,
    alter column pressed set statistics 0;
