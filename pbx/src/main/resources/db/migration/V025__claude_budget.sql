-- What Claude may do in the business's day, call and month. Whoever counts holds the row.
create table claude_limits (
    only_row         boolean primary key default true check (only_row),
    texts_per_number int    not null default 20,
    calls_per_number int    not null default 5,
    read_per_call    int    not null default 30000,
    written_per_call int    not null default 1500,
    cents_per_day    int    not null default 1000,
    cents_per_month  int    not null default 10000,
    version          bigint not null default 1
);

insert into claude_limits default values;

-- A question stands here at its highest price before it is asked, and is settled by what the answer says it used. One whose
-- answer was lost stays as it is: it may have been paid for.
create table claude_question (
    id             uuid primary key,
    -- Of the business.
    day            date        not null,
    at             timestamptz not null,
    -- Who asked; forgotten after two days, or when their number is withheld.
    number         text,
    -- Null for texts.
    call_id        uuid,
    tokens_read    bigint      not null,
    tokens_written bigint      not null,
    dollars        numeric     not null,
    settled        boolean     not null default false
);

create index claude_question_day on claude_question (day) include (dollars);
create index claude_question_number on claude_question (number, day) where number is not null;
create index claude_question_call on claude_question (call_id) where call_id is not null;
