-- A number may belong to the company and to no extension.
alter table phone_number
    drop constraint phone_number_purpose_check,
    add constraint phone_number_purpose_check check (purpose in ('main', 'extension', 'company'));
