-- Whoever called is to be forgotten (C39): the call stays for the figures, without their number.
alter table call add column forgotten boolean not null default false;

-- What the carrier lists of their calls goes too.
alter table carrier_forgetting drop constraint carrier_forgetting_kind_check;
alter table carrier_forgetting add constraint carrier_forgetting_kind_check check (kind in ('text', 'recording', 'call'));
