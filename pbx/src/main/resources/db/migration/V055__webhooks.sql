-- Where other systems want to hear of what happens here. The secret is sealed with a key that is not in the database; the one before it
-- holds for a day longer.
create table webhook_endpoint (
    id uuid primary key,
    url text not null,
    description text not null,
    types text[] not null,
    sealed_secret bytea not null,
    sealed_old_secret bytea,
    old_secret_until timestamptz,
    created_at timestamptz not null,
    created_by text not null,
    paused_at timestamptz,
    paused_why text,
    -- Because nobody took anything, so that a person has to see to it.
    paused_by_itself boolean not null default false
);

-- What one endpoint is to be told, written in the transaction in which it happened. What it is about is its natural key, so that news that
-- come twice are told once.
create table webhook_delivery (
    id uuid primary key,
    endpoint_id uuid not null references webhook_endpoint (id) on delete cascade,
    type text not null,
    subject text not null,
    person text,
    occurred_at timestamptz not null,
    body text not null,
    state text not null,
    tries int not null default 0,
    first_tried_at timestamptz,
    next_try_at timestamptz,
    ended_at timestamptz,
    unique (endpoint_id, type, subject)
);

create index webhook_delivery_due on webhook_delivery (endpoint_id, next_try_at) where state = 'waiting';
create index webhook_delivery_newest on webhook_delivery (endpoint_id, occurred_at desc, id desc);
create index webhook_delivery_ended on webhook_delivery (endpoint_id, state, ended_at);
create index webhook_delivery_age on webhook_delivery (occurred_at);
create index webhook_delivery_person on webhook_delivery (person) where person is not null;

-- Every attempt: what the receiver answered, or why it did not.
create table webhook_try (
    id bigint generated always as identity primary key,
    delivery_id uuid not null references webhook_delivery (id) on delete cascade,
    at timestamptz not null,
    took_ms int not null,
    status int,
    failure text,
    answer text
);

create index webhook_try_delivery on webhook_try (delivery_id, id);
