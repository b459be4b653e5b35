-- Whether there is a draft of the assistant that did not leave is asked whenever a conversation changes, however long it is.
create index text_message_suggestion on text_message (conversation_id, created_at desc)
    where kind = 'assistant' and state in ('refused', 'canceled');

-- What was spent today is added up for each text; the sum is read from the index alone.
drop index text_message_sent;
create index text_message_sent on text_message (sent_at) include (segments, media_count)
    where not inbound and sent_at is not null;

create index text_media_unused on text_media (created_at) where text_id is null;
