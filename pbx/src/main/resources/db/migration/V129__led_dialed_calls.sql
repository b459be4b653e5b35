-- The phone that called them, of a call that somebody here began and of which more is done than talk: from then on it is led like one that
-- came in, and shown as the one that it is.
alter table call add column dialer text;

-- When whoever began it left it to others, so that they may call somebody else.
alter table dialed_call add column left_at timestamptz;
