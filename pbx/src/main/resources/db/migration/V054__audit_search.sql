-- The log is read newest first, and by who did what.
create index audit_log_action on audit_log (action, id);
create index audit_log_actor on audit_log (actor, id);
