-- A delivery changes five times on its way, and each change writes every index anew. What is known by a token or by the carrier's id
-- is found through its attempt, of which there is one more change and not five.
drop index delivery_token;
drop index delivery_carrier;
create index delivery_attempt_carrier on delivery_attempt (carrier_id) where carrier_id is not null;
