-- Whoever has a caller asks a colleague first, and all three may talk.
alter table call_handling drop constraint call_handling_stage_check;
alter table call_handling add constraint call_handling_stage_check check (stage in ('held', 'aside', 'together', 'all'));
alter table call_handling add column colleague_id uuid references extension (id);
-- Of the colleague, since they pressed 1.
alter table call_handling add column colleague_leg text;
create index call_handling_colleague_leg on call_handling (colleague_leg) where colleague_leg is not null;
