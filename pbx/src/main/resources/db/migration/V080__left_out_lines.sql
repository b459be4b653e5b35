-- A list may leave a million lines out, each of which would be looked up among campaigns. They are written and deleted with the campaign
-- held by the same transaction.
alter table campaign_rejected drop constraint campaign_rejected_campaign_id_fkey;
