-- What the receptionist said, what the caller said then, and what came of it. The words are without card numbers.
create table call_turn (
    call_id        uuid        not null references call (id),
    turn           int         not null,
    said           text        not null,
    said_at        timestamptz not null,
    heard          text,
    keys           text        not null default '',
    confidence     double precision,
    heard_at       timestamptz,
    -- Of the step that followed, see call_step.
    request        text,
    -- What a mind wanted; nothing for keys and silence, about which none is asked.
    kind           text,
    decision       jsonb,
    language       text,
    candidates     jsonb,
    mind           text,
    model          text,
    why            text,
    prompt_version text,
    tokens_in      bigint      not null default 0,
    tokens_out     bigint      not null default 0,
    tokens_cached  bigint      not null default 0,
    dollars        numeric,
    took_ms        bigint,
    waited         boolean     not null default false,
    primary key (call_id, turn)
);
