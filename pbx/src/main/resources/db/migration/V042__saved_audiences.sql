-- People kept under a name, for campaigns to come.
create table saved_audience (
    id         uuid        primary key,
    name       text        not null,
    created_at timestamptz not null,
    created_by text        not null
);

create unique index saved_audience_name on saved_audience (lower(name));

create table saved_recipient (
    audience_id uuid   not null references saved_audience (id) on delete cascade,
    place       bigint not null,
    number      text   not null,
    fields      jsonb,
    primary key (audience_id, place)
);

-- Whoever is forgotten is found by their number (C39).
create index saved_recipient_number on saved_recipient (number);

-- A picture of how a campaign comes on counts from this index alone.
drop index delivery_state;
create index delivery_state on delivery (campaign_id, state, id) include (sent_at, changed_at);
