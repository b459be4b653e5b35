-- Texts that left between a backup and its restore and that nobody here waited for: written by hand, by the assistant, or of campaigns
-- that the backup does not know (R26). Whether in a conversation or not, they count for what people and the day's money have had.
create table found_text (
    carrier_id text        primary key,
    ours       text        not null,
    theirs     text        not null,
    at         timestamptz not null,
    -- As far as they cost something: none of a text with pictures.
    segments   int         not null,
    with_media boolean     not null,
    -- It stands among the texts of a conversation, and is counted with these for the day's money.
    in_thread  boolean     not null
);

create index found_text_theirs on found_text (theirs, at);
create index found_text_spent on found_text (at) include (segments, with_media) where not in_thread;

-- Of the strangers, those that are back in their conversations.
alter table recovery add column back int not null default 0;

-- Texts are looked for by the carrier's id also among attempts that were made again.
create index text_attempt_carrier on text_attempt (carrier_id) where carrier_id is not null;
