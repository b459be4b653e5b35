-- Calls to 911 and its like. They are no dialed calls: nothing counts them and nothing holds them back.
create table help_call (
    id           uuid primary key,
    at           timestamptz not null,
    user_name    text        not null,
    ext          text        not null,
    phone        text        not null,
    from_e164    text        not null,
    number       text        not null,
    -- Whether the carrier knew an address of the number that was shown.
    located      boolean     not null,
    placed       boolean     not null,
    connected_at timestamptz,
    ended_at     timestamptz
);

create index help_call_newest on help_call (at desc, id desc);
