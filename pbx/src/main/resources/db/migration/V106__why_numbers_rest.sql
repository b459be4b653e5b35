-- Why a number rests that only has to wait; what somebody has to see to stands in stopped_because.
alter table sender_pace add column rest_note text not null default '';
