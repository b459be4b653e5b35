-- Keys that clients chose for requests that are to act once, and what came of each.
create table request_key (
    user_id  uuid        not null,
    key      text        not null,
    hash     text        not null,
    made     text,
    asked_at timestamptz not null,
    primary key (user_id, key)
);

create index request_key_age on request_key (asked_at);
