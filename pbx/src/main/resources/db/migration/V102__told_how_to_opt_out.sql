-- Whether a text says how to be left alone, by our words or the author's: whoever had none in 30 days is told so by the next (C25). Texts of
-- before are taken to say nothing, so that somebody may be told once more than needed.
alter table delivery add column tells boolean not null default false;
