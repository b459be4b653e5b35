-- What calls go by besides the plan changes seldom: people, numbers, the company's choices. A node keeps it in memory and reads it again
-- when this has grown. It grows as the last thing of a transaction, so that nobody who waits for it holds what another needs.
drop trigger extension_changed on extension;
drop function extension_changed;
alter table extension_revision rename to routing_revision;

create function routing_changed() returns trigger language plpgsql as $$
begin
    update routing_revision set revision = revision + 1;
    return null;
end $$;

create constraint trigger routing_changed after insert or update or delete on extension
    deferrable initially deferred for each row execute function routing_changed();
create trigger routing_emptied after truncate on extension
    for each statement execute function routing_changed();
create constraint trigger routing_changed after insert or update or delete on phone_number
    deferrable initially deferred for each row execute function routing_changed();
create constraint trigger routing_changed after update on company_settings
    deferrable initially deferred for each row execute function routing_changed();
