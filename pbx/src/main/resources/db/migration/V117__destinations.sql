-- Where calls may go is asked with every step of a call, beside what else the company chose.
alter table company_settings add column call_countries text[] not null default '{US,CA}';
update company_settings set call_countries = dial_settings.countries from dial_settings;
alter table dial_settings drop column countries;
