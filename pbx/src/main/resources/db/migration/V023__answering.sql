-- What the assistant wanted to do about a text, by which mind, why and at what price. It is kept also when nothing was sent.
create table assistant_answer (
    asked_id      uuid primary key,
    decision      text        not null,
    words         text        not null,
    facts         text[]      not null,
    mind          text        not null,
    model         text,
    why           text        not null,
    tokens_in     bigint      not null,
    tokens_out    bigint      not null,
    tokens_cached bigint      not null,
    dollars       numeric,
    took_ms       bigint      not null,
    at            timestamptz not null
);

