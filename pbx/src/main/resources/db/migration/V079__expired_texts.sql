-- The carrier had it and gave it up unsent, as its time was over: such a text is tried once more (C15).
alter table delivery_attempt
    drop constraint delivery_attempt_state_check,
    add constraint delivery_attempt_state_check
        check (state in ('sending', 'accepted', 'rejected', 'not_sent', 'unknown', 'not_found', 'expired'));
