-- What stays of somebody who was deleted, for whoever asks what became of it.
create table kept_of_deleted (
    person uuid not null,
    what   text not null check (what in ('block_list')),
    primary key (person, what)
);
