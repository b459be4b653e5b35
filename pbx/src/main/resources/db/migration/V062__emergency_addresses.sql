-- Whether a number has an address for calls to 911, as the carrier lists it; null until it was asked.
alter table phone_number add column emergency_address text;
