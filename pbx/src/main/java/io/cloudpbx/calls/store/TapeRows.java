package io.cloudpbx.calls.store;

import io.cloudpbx.calls.taping.Tape;
import io.cloudpbx.calls.taping.Tape.Kind;
import io.cloudpbx.calls.taping.Tape.State;
import io.cloudpbx.recordings.Sound;
import io.cloudpbx.storage.Holding;
import io.cloudpbx.telephony.CarrierId;
import io.cloudpbx.telephony.PhoneNumber;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code call_tape}. Every change names what it starts from and happens once. */
@Repository
public class TapeRows implements Holding {
    private static final String SELECT = "select t.*, coalesce(t.dialed_carrier_id, c.carrier_id) as carrier_id"
            + " from call_tape t left join call c on c.id = t.call_id ";

    private final JdbcClient jdbc;

    TapeRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String kind() {
        return "recordings";
    }

    @Override
    public String blobs() {
        return "select size, wanted_at as at from call_tape where state = 'stored'";
    }

    /** @param part how many the call has already */
    public record Begun(UUID id, UUID callId, Kind kind, int part, String announced, String blobKey) {}

    public void insert(Begun begun, Instant now) {
        jdbc.sql("""
                        insert into call_tape (id, call_id, kind, part, announced, wanted_at, state, blob_key)
                        values (:id, :call, :kind, :part, :announced, :now, 'wanted', :blobKey)""")
                .param("id", begun.id())
                .param("call", begun.callId())
                .param("kind", text(begun.kind()))
                .param("part", begun.part())
                .param("announced", begun.announced())
                .param("blobKey", begun.blobKey())
                .param("now", utc(now))
                .update();
    }

    /** Of a call that somebody here began. */
    public void dialed(UUID id, CarrierId call, PhoneNumber called) {
        jdbc.sql("update call_tape set dialed_carrier_id = :call, dialed_e164 = :called where id = :id")
                .param("id", id)
                .param("call", call.value())
                .param("called", called.e164())
                .update();
    }

    /** Oldest first. */
    public List<Tape> of(UUID callId) {
        return jdbc.sql(SELECT + "where t.call_id = :call order by t.part")
                .param("call", callId)
                .query(TapeRows::read)
                .list();
    }

    public Optional<Tape> find(UUID id) {
        return jdbc.sql(SELECT + "where t.id = :id")
                .param("id", id)
                .query(TapeRows::read)
                .optional();
    }

    public boolean knows(CarrierId recording) {
        return jdbc.sql("select exists (select from call_tape where recording_id = :recording)")
                .param("recording", recording.value())
                .query(Boolean.class)
                .single();
    }

    public void ending(UUID id, Instant now) {
        jdbc.sql("update call_tape set ending_at = :now where id = :id and ending_at is null")
                .param("id", id)
                .param("now", utc(now))
                .update();
    }

    public boolean began(UUID id, CarrierId recording, Instant started) {
        return jdbc.sql("""
                        update call_tape set state = 'running', recording_id = :recording, started_at = :started
                        where id = :id and state = 'wanted'""")
                        .param("id", id)
                        .param("recording", recording.value())
                        .param("started", utc(started))
                        .update()
                == 1;
    }

    /** Also where it was believed that there was nothing. */
    public boolean complete(UUID id, CarrierId recording, Instant started, Instant now) {
        return jdbc.sql("""
                        update call_tape
                        set state = 'fetching', recording_id = :recording, started_at = coalesce(started_at, :started),
                            complete_at = :now
                        where id = :id
                          and (state in ('wanted', 'running') or (state = 'nothing' and recording_id is null))""")
                        .param("id", id)
                        .param("recording", recording.value())
                        .param("started", utc(started))
                        .param("now", utc(now))
                        .update()
                == 1;
    }

    /** What the phone is told instead by which the recording begins, when whoever hears of it does not want it. */
    public void otherwise(UUID id, String document) {
        jdbc.sql("update call_tape set otherwise = :document where id = :id")
                .param("id", id)
                .param("document", document)
                .update();
    }

    public Optional<String> otherwise(UUID id) {
        return jdbc.sql("select otherwise from call_tape where id = :id and otherwise is not null")
                .param("id", id)
                .query(String.class)
                .optional();
    }

    /** One that was not wanted any more before the carrier had it complete. */
    public boolean named(UUID id, CarrierId recording) {
        return jdbc.sql("""
                        update call_tape set recording_id = :recording
                        where id = :id and state in ('deleted', 'refused')""")
                        .param("id", id)
                        .param("recording", recording.value())
                        .update()
                == 1;
    }

    public boolean stored(UUID id, Sound sound) {
        return jdbc.sql("""
                        update call_tape
                        set state = 'stored', size = :size, sha256 = :sha256, duration_ms = :duration, peaks = :peaks
                        where id = :id and state = 'fetching'""")
                        .param("id", id)
                        .param("size", sound.size())
                        .param("sha256", sound.sha256())
                        .param("duration", sound.length().toMillis())
                        .param("peaks", sound.peaks().toArray(Float[]::new))
                        .update()
                == 1;
    }

    public boolean leave(UUID id, Collection<State> from, State to) {
        return jdbc.sql("update call_tape set state = :to where id = :id and state = any(:from)")
                        .param("id", id)
                        .param("to", text(to))
                        .param("from", from.stream().map(TapeRows::text).toArray(String[]::new))
                        .update()
                == 1;
    }

    public boolean delete(UUID id) {
        return jdbc.sql("""
                        update call_tape
                        set state = 'deleted', size = null, sha256 = null, duration_ms = null, peaks = null, dialed_e164 = null
                        where id = :id and state <> 'deleted'""").param("id", id).update() == 1;
    }

    /** Whether a person took the call, besides whoever began it. */
    public boolean wasTaken(UUID callId) {
        return jdbc.sql("""
                        select exists (select from call_leg l left join call c on c.id = l.call_id
                                       where l.call_id = :call and l.accepted_at is not null
                                         and l.carrier_id is distinct from c.dialer)""").param("call", callId).query(Boolean.class).single();
    }

    /** As long as the carrier may have a copy. */
    public Optional<Tape> atCarrier(UUID id) {
        return jdbc.sql(SELECT + "where t.id = :id and t.recording_id is not null and t.left_carrier_at is null")
                .param("id", id)
                .query(TapeRows::read)
                .optional();
    }

    public void leftCarrier(UUID id, Instant now) {
        jdbc.sql("update call_tape set left_carrier_at = :now where id = :id")
                .param("id", id)
                .param("now", utc(now))
                .update();
    }

    /** Those that should have ended by then and of which that was not told, oldest first. */
    public List<Tape> openSince(Instant before) {
        return jdbc.sql(SELECT + """
                        where t.state in ('wanted', 'running') and (t.ending_at < :before or c.ended_at < :before)
                        order by t.wanted_at limit 200""")
                .param("before", utc(before))
                .query(TapeRows::read)
                .list();
    }

    public List<Tape> wantedBefore(Instant before, int most) {
        return jdbc.sql(SELECT
                        + "where t.state <> 'deleted' and t.wanted_at < :before order by t.wanted_at limit :most")
                .param("before", utc(before))
                .param("most", most)
                .query(TapeRows::read)
                .list();
    }

    /** Of calls from these numbers, or to them. */
    public List<Tape> from(Collection<String> numbers) {
        return jdbc.sql(
                        SELECT
                                + "where t.state <> 'deleted' and (c.from_e164 = any(:numbers) or t.dialed_e164 = any(:numbers))")
                .param("numbers", numbers.toArray(String[]::new))
                .query(TapeRows::read)
                .list();
    }

    private static Tape read(ResultSet row, int index) throws SQLException {
        String recording = row.getString("recording_id");
        return new Tape(
                row.getObject("id", UUID.class),
                row.getObject("call_id", UUID.class),
                new CarrierId(row.getString("carrier_id")),
                Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                row.getString("announced"),
                row.getObject("wanted_at", OffsetDateTime.class).toInstant(),
                instant(row, "ending_at"),
                recording == null ? null : new CarrierId(recording),
                instant(row, "started_at"),
                State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                instant(row, "complete_at"),
                row.getString("blob_key"),
                sound(row));
    }

    private static @Nullable Sound sound(ResultSet row) throws SQLException {
        return row.getArray("peaks") == null
                ? null
                : new Sound(
                        row.getLong("size"),
                        row.getString("sha256"),
                        Duration.ofMillis(row.getLong("duration_ms")),
                        List.of((Float[]) row.getArray("peaks").getArray()));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }

    private static String text(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
