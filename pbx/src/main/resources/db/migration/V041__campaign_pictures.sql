-- Whether a number can send pictures, as the carrier lists it; null until it was asked.
alter table phone_number add column sends_pictures boolean;

alter table text_media
    -- What a campaign carries is no upload that nobody has sent.
    add column kept            boolean not null default false,
    -- While texts that are no part of a conversation leave with it, the carrier may fetch it.
    add column published_until timestamptz;

create table campaign_media (
    campaign_id uuid not null references campaign (id) on delete cascade,
    position    int  not null,
    media_id    uuid not null references text_media (id),
    primary key (campaign_id, position)
);

create unique index campaign_media_once on campaign_media (media_id);

comment on column delivery.segments is 'What networks count of it; 0 for a text with pictures, which counts as one, and costs as one, whatever its words';
