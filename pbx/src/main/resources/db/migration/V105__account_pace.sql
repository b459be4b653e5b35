-- When the next text of any number may leave, where the account has a rate of its own: one row, for all nodes.
create table account_pace (
    id           int         primary key check (id = 1),
    next_free_at timestamptz not null
);

insert into account_pace (id, next_free_at) values (1, '-infinity');
