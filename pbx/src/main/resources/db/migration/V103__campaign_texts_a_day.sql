-- How many texts of campaigns somebody may have in 24 hours, whatever they are about and over all our numbers (C17).
alter table messaging_settings
    add column campaign_texts_a_day smallint not null default 1 check (campaign_texts_a_day between 1 and 3);
