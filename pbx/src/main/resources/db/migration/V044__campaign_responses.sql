-- What people did after a campaign's text: they wrote back, or wanted no more.
create table campaign_reply (
    text_id     uuid        primary key,
    campaign_id uuid        not null references campaign (id) on delete cascade,
    delivery_id bigint      not null references delivery (id) on delete cascade,
    at          timestamptz not null
);

create index campaign_reply_of on campaign_reply (campaign_id, delivery_id);
create index campaign_reply_to on campaign_reply (delivery_id);

create table campaign_opt_out (
    delivery_id bigint      primary key references delivery (id) on delete cascade,
    campaign_id uuid        not null references campaign (id) on delete cascade,
    at          timestamptz not null
);

create index campaign_opt_out_of on campaign_opt_out (campaign_id);
create index campaign_opt_out_newest on campaign_opt_out (at);
