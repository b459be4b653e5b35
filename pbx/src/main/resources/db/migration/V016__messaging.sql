-- Texts as they came in, each once however often the carrier brings it.
create table inbound_text (
    carrier_id  text primary key,
    from_e164   text        not null,
    to_e164     text        not null,
    body        text        not null,
    media_count int         not null,
    received_at timestamptz not null
);

create index inbound_text_newest on inbound_text (received_at desc);
