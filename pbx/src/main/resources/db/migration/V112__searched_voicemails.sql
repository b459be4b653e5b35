-- Messages are found by what was said.
create index voicemail_transcript_words on voicemail_transcript using gin (to_tsvector('simple', text)) where text is not null;
