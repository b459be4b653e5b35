-- What is to be forgotten at the carrier, too, of people who are forgotten here (C39). A text keeps its row there, without words
-- and attachments; a recording goes.
create table carrier_forgetting (
    carrier_id text primary key,
    kind       text        not null check (kind in ('text', 'recording')),
    has_media  boolean     not null default false,
    -- The contact that was; their name is known nowhere any more.
    person     uuid        not null,
    asked_at   timestamptz not null,
    done_at    timestamptz,
    -- Why the carrier would not, where nothing but a person can help.
    refusal    text
);

create index carrier_forgetting_of on carrier_forgetting (person);
