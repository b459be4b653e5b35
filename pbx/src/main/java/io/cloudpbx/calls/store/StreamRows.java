package io.cloudpbx.calls.store;

import io.cloudpbx.telephony.CarrierId;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code call_stream}. Every change names what it starts from and happens once. */
@Repository
public class StreamRows {
    private final JdbcClient jdbc;

    StreamRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A stream of which something is known. @param talk as {@code CallUrls} writes it */
    public record OpenStream(UUID callId, String talk) {}

    /** How the streams of a call ended. */
    public record Endings(int broke, int impossible) {}

    /** The carrier is told to open it, with this token. */
    public void want(UUID id, UUID callId, String token, String talk, Instant now) {
        jdbc.sql("""
                        insert into call_stream (id, call_id, token, talk, wanted_at)
                        values (:id, :call, :token, :talk, :now)""")
                .param("id", id)
                .param("call", callId)
                .param("token", token)
                .param("talk", talk)
                .param("now", utc(now))
                .update();
    }

    /** Whether the carrier may still connect for it. */
    public boolean isWanted(UUID id) {
        return jdbc.sql("select 1 from call_stream where id = :id and opened_at is null and ended_at is null")
                .param("id", id)
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    /** Opens it, once, for who brings its token and names its call. @return empty for anybody else */
    public Optional<OpenStream> open(UUID id, String token, CarrierId call, Instant now) {
        return jdbc.sql("""
                        update call_stream s set opened_at = :now
                        from call c
                        where s.id = :id and s.token = :token and s.opened_at is null and s.ended_at is null
                            and c.id = s.call_id and c.carrier_id = :call and c.ended_at is null
                        returning s.call_id, s.talk""")
                .param("id", id)
                .param("token", token)
                .param("call", call.value())
                .param("now", utc(now))
                .query((row, index) -> new OpenStream(row.getObject("call_id", UUID.class), row.getString("talk")))
                .optional();
    }

    /** The call of a stream that is open. */
    public Optional<UUID> callOf(UUID id) {
        return jdbc.sql("select call_id from call_stream where id = :id and opened_at is not null and ended_at is null")
                .param("id", id)
                .query(UUID.class)
                .optional();
    }

    public void moved(UUID id, String talk) {
        jdbc.sql("update call_stream set talk = :talk where id = :id")
                .param("id", id)
                .param("talk", talk)
                .update();
    }

    /** The call goes on elsewhere, as was decided in the stream. */
    public void decided(UUID id, Instant now) {
        jdbc.sql("update call_stream set ended_at = :now, ending = 'decided' where id = :id and ended_at is null")
                .param("id", id)
                .param("now", utc(now))
                .update();
    }

    /** The carrier says that it is over, and nothing was decided. @return how far the conversation had come */
    public Optional<String> lost(UUID id, UUID callId, boolean impossible, Instant now) {
        return jdbc.sql("""
                        update call_stream set ended_at = coalesce(ended_at, :now), ending = coalesce(ending, :ending)
                        where id = :id and call_id = :call
                        returning talk""")
                .param("id", id)
                .param("call", callId)
                .param("ending", impossible ? "impossible" : "broke")
                .param("now", utc(now))
                .query(String.class)
                .optional();
    }

    public Endings endingsIn(UUID callId) {
        return jdbc.sql("""
                        select count(*) filter (where ending = 'broke') as broke,
                            count(*) filter (where ending = 'impossible') as impossible
                        from call_stream where call_id = :call""")
                .param("call", callId)
                .query((row, index) -> new Endings(row.getInt("broke"), row.getInt("impossible")))
                .single();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
