-- Counts of what happened, day by day of UTC, made from the rows themselves and made anew when a row of a past day changes. They hold
-- no personal data. Quarters of an hour can be read in any time zone, as all of them begin at one.
create table figure_quarter (
    subject text        not null,
    quarter timestamptz not null,
    key     text        not null,
    amount  int         not null,
    primary key (subject, quarter, key) include (amount)
);

create table figure_day (
    subject text   not null,
    day     date   not null,
    topic   text   not null,
    key     text   not null,
    amount  bigint not null,
    primary key (subject, day, topic, key) include (amount)
);

-- Days that are counted. Every other is counted from the rows by whoever asks.
create table figure_counted (
    subject    text        not null,
    day        date        not null,
    counted_at timestamptz not null,
    primary key (subject, day)
);

-- Days of which a row changed after they were over; written with the change. Only ever added and taken away, so that nobody waits.
create table figure_mark (
    id      bigint generated always as identity primary key,
    subject text not null,
    day     date not null
);

create index figure_mark_of on figure_mark (subject, day);

-- Waits are counted in classes: by the second up to two minutes, and ever coarser from there on, rounded down by a tenth of the wait at most.
create function figure_class(seconds bigint) returns bigint language sql immutable parallel safe as $$
    select case
        when seconds is null then null
        when seconds <= 0 then 0
        when seconds <= 120 then seconds
        when seconds <= 600 then seconds / 10 * 10
        when seconds <= 3600 then seconds / 60 * 60
        when seconds <= 86400 then seconds / 300 * 300
        else least(seconds / 3600 * 3600, 2592000)
    end
$$;

create index text_message_at on text_message (coalesce(sent_at, created_at));
create index campaign_reply_newest on campaign_reply (at);
