-- Grows with every change of the directory, so that a node that keeps it in memory knows when to read it again.
create table extension_revision (
    only_row boolean primary key default true check (only_row),
    revision bigint not null
);

insert into extension_revision (revision) values (1);

create function extension_changed() returns trigger language plpgsql as $$
begin
    update extension_revision set revision = revision + 1;
    return null;
end $$;

create trigger extension_changed after insert or update or delete or truncate on extension
    for each statement execute function extension_changed();
