-- What is the same for many texts of campaigns, by the hash of it: whose hours they left by, what was looked at, and what they say besides
-- their message (C24). A campaign to a million people has a few of these.
create table delivery_evidence (
    id   uuid  primary key,
    kept jsonb not null
);

-- What is each text's own. Attempts of before have none of it.
alter table delivery_attempt
    add column judged_at timestamptz,
    add column consent_id uuid,
    add column evidence_id uuid;
