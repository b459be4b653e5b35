-- How far whoever set the company up has come with the first steps.
create table first_steps (
    only_row boolean primary key default true check (only_row),
    stage    text   not null check (stage in ('unbegun', 'open', 'done', 'dismissed')),
    step     text   not null check (step in ('business', 'people', 'calls', 'carrier', 'ready')),
    skipped  text[] not null
);

insert into first_steps (stage, step, skipped) values ('unbegun', 'business', '{}');
