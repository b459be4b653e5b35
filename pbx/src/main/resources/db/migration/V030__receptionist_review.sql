create table receptionist_settings (
    only_row        boolean primary key default true check (only_row),
    -- After so many days what was said is deleted; what came of it stays.
    keep_words_days int     not null default 180 check (keep_words_days between 1 and 3650),
    version         bigint  not null default 1
);

insert into receptionist_settings default values;

create index call_turn_words on call_turn (said_at) where words_deleted_at is null;

-- A turn that somebody wants to end in a certain way from now on. The words are a copy, kept until it is deleted.
create table receptionist_test (
    id              uuid primary key,
    call_id         uuid        not null,
    turn            int         not null,
    -- Whose words they are, so that they can be forgotten with them.
    caller          text,
    said            jsonb       not null,
    language        text        not null,
    expected_kind   text        not null,
    expected_target text,
    -- As the target was called when it was chosen.
    expected_name   text,
    created_at      timestamptz not null,
    created_by      text        not null,
    unique (call_id, turn)
);

-- Tests, or turns of past calls, put to a mind once more.
create table receptionist_run (
    id          uuid primary key,
    what        text        not null,
    mind        text        not null,
    model       text,
    briefing    text        not null,
    -- The words of the draft as they were when the run began, for a run with a draft.
    draft       text,
    days        int         not null,
    started_at  timestamptz not null,
    started_by  text        not null,
    finished_at timestamptz,
    stopped     boolean     not null default false,
    estimate    numeric
);

-- No words are copied: they are looked up where they are, as long as they are there.
create table receptionist_run_turn (
    run_id       uuid    not null references receptionist_run (id) on delete cascade,
    n            int     not null,
    test_id      uuid references receptionist_test (id) on delete cascade,
    call_id      uuid    not null,
    turn         int     not null,
    then_kind    text    not null,
    then_targets text[]  not null,
    -- waiting, asking, done; lost when nobody knows whether a model was asked; gone when there are no words any more.
    state        text    not null default 'waiting',
    now_kind     text,
    now_targets  text[],
    same         boolean,
    mind         text,
    model        text,
    why          text,
    fell_back    text,
    dollars      numeric,
    took_ms      bigint,
    primary key (run_id, n)
);

create index receptionist_run_turn_test on receptionist_run_turn (test_id);
