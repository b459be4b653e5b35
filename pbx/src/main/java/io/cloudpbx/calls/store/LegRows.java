package io.cloudpbx.calls.store;

import io.cloudpbx.telephony.CallStatus;
import io.cloudpbx.telephony.CarrierId;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code call_leg}. A leg's status only moves forward; the first end stays (R3). */
@Repository
public class LegRows {
    private final JdbcClient jdbc;

    LegRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void reported(CarrierId leg, UUID callId, Optional<UUID> extensionId, CallStatus status, Instant now) {
        jdbc.sql("""
                        insert into call_leg (carrier_id, call_id, extension_id, status, rank, created_at, ended_at)
                        values (:leg, :call, :extension, :status, :rank, :now, :endedAt)
                        on conflict (carrier_id) do update
                        set status = excluded.status, rank = excluded.rank, ended_at = excluded.ended_at
                        where call_leg.rank < excluded.rank""")
                .param("leg", leg.value())
                .param("call", callId)
                .param("extension", extensionId.orElse(null))
                .param("status", status.name().toLowerCase(Locale.ROOT))
                .param("rank", status.isOver() ? CallStatus.COMPLETED.ordinal() : status.ordinal())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("endedAt", status.isOver() ? now.atOffset(ZoneOffset.UTC) : null)
                .update();
    }

    public void accepted(CarrierId leg, Instant now) {
        jdbc.sql("update call_leg set accepted_at = coalesce(accepted_at, :now) where carrier_id = :leg")
                .param("leg", leg.value())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /**
     * Whether the call was transferred since this leg was first heard of, so that it rings for nobody any more.
     *
     * @param transferred what the request of such a step begins with
     */
    public boolean isOfEarlierRing(CarrierId leg, String transferred) {
        return jdbc.sql("""
                        select exists (select from call_leg l join call_step s on s.call_id = l.call_id
                                       where l.carrier_id = :leg and starts_with(s.request, :transferred) and s.at > l.created_at)""")
                .param("leg", leg.value())
                .param("transferred", transferred)
                .query(Boolean.class)
                .single();
    }

    /** Who has the caller. */
    public record Holder(CarrierId leg, UUID extensionId) {}

    /** The phone on which the caller was taken last, if it is still on the line. */
    public Optional<Holder> holder(UUID callId) {
        return jdbc.sql("""
                        select carrier_id, extension_id from call_leg
                        where call_id = :call and accepted_at is not null and ended_at is null and extension_id is not null
                        order by accepted_at desc limit 1""")
                .param("call", callId)
                .query((row, index) -> new Holder(
                        new CarrierId(row.getString("carrier_id")), row.getObject("extension_id", UUID.class)))
                .optional();
    }

    /** All phones that were rung for a call. */
    public List<CarrierId> of(UUID callId) {
        return jdbc.sql("select carrier_id from call_leg where call_id = :call order by created_at")
                .param("call", callId)
                .query((row, index) -> new CarrierId(row.getString("carrier_id")))
                .list();
    }

    public boolean isOver(CarrierId leg) {
        return jdbc.sql("select exists (select from call_leg where carrier_id = :leg and ended_at is not null)")
                .param("leg", leg.value())
                .query(Boolean.class)
                .single();
    }

    /** Whether somebody pressed 1 on this leg. */
    public boolean wasAccepted(CarrierId leg) {
        return jdbc.sql("select exists (select from call_leg where carrier_id = :leg and accepted_at is not null)")
                .param("leg", leg.value())
                .query(Boolean.class)
                .single();
    }

    /** Whose phones ring, and since when. No phone rings longer than calls last that were begun after an instant. */
    public Map<UUID, Instant> ringing(Instant begunAfter) {
        Map<UUID, Instant> ringing = new HashMap<>();
        jdbc.sql("""
                        select l.extension_id, min(l.created_at) as since
                        from call c join call_leg l on l.call_id = c.id
                        where c.ended_at is null and l.ended_at is null and l.accepted_at is null
                            and l.extension_id is not null and l.created_at > :after
                        group by l.extension_id""").param("after", begunAfter.atOffset(ZoneOffset.UTC)).query((RowCallbackHandler) row -> ringing.put(
                row.getObject("extension_id", UUID.class),
                row.getObject("since", OffsetDateTime.class).toInstant()));
        return ringing;
    }
}
