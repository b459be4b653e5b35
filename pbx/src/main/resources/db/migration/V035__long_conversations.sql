create index text_media_unused on text_media (created_at) where text_id is null;
