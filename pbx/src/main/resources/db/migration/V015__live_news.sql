-- What browsers are told as it happens; kept for a while, so that one that slept catches up.
create table live_news (
    id   bigint generated always as identity primary key,
    at   timestamptz not null,
    type text        not null,
    data text        not null
);

create index live_news_at on live_news (at);
