-- How the receptionist listens to who calls this number: a turn at a time, or in a stream.
alter table phone_number
    add column listening text not null default 'turns' check (listening in ('turns', 'stream'));

alter table call_turn
    add column listening text not null default 'turns' check (listening in ('turns', 'stream'));

-- A stream that the carrier was told to open. It is opened once, by who brings the token, and ends once.
create table call_stream (
    id        uuid primary key,
    call_id   uuid        not null references call (id),
    token     text        not null,
    -- How far the conversation has come, see CallUrls; it goes on from there when the stream breaks.
    talk      text        not null,
    wanted_at timestamptz not null,
    opened_at timestamptz,
    ended_at  timestamptz,
    -- Whether the call went on as decided in the stream, or the stream broke, or the carrier cannot make one of ours.
    ending    text check (ending in ('decided', 'broke', 'impossible'))
);

create index call_stream_of_call on call_stream (call_id);
