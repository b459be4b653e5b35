-- Of a question to a model: what it is called at the API, which tool was chosen, and why there was none.
alter table call_turn
    add column request_id text,
    add column tool       text,
    add column arguments  jsonb,
    add column fell_back  text,
    -- What was said is gone, and what came of it stays.
    add column words_deleted_at timestamptz;
