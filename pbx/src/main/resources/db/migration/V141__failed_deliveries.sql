-- Counted each time the overview is shown: the day's texts by an index alone, and those that failed by one of these few.
create index delivery_failed on delivery (sent_at) where state = 'failed';
