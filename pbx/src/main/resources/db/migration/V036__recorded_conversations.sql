alter table receptionist_settings add column record_conversations boolean not null default false;

-- A conversation with the receptionist as sound, or a part of one: it is ended before anybody else joins the call.
create table call_tape (
    id              uuid primary key,
    call_id         uuid        not null references call (id),
    part            int         not null,
    -- The very words by which the caller was told; nothing where an earlier part had told them.
    announced       text        not null,
    wanted_at       timestamptz not null,
    -- Since when the carrier is told to end it; nothing where it ends with the call.
    ending_at       timestamptz,
    recording_id    text unique,
    started_at      timestamptz,
    -- wanted, running, fetching; then stored, nothing (to hear), lost, withheld or deleted.
    state           text        not null,
    complete_at     timestamptz,
    blob_key        text        not null,
    size            bigint,
    sha256          text,
    duration_ms     bigint,
    peaks           real[],
    -- When the carrier had deleted its copy.
    left_carrier_at timestamptz,
    unique (call_id, part)
);

create index call_tape_open on call_tape (wanted_at) where state in ('wanted', 'running');
create index call_tape_kept on call_tape (wanted_at) where state <> 'deleted';
