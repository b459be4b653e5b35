package io.cloudpbx.calls.store;

import io.cloudpbx.calls.flow.Handling.Stage;
import io.cloudpbx.telephony.CarrierId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code call_handling}. Writers hold the call's row. */
@Repository
public class HandlingRows {
    private final JdbcClient jdbc;

    HandlingRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * What is done with a call.
     *
     * @param leg of whoever has the caller
     * @param apart whether the carrier has parted the two
     * @param colleagueId whom they ask, or talk with as well
     * @param colleagueLeg theirs, since they pressed 1
     * @param slot where the caller is parked
     */
    public record Row(
            UUID call,
            Stage stage,
            CarrierId leg,
            UUID extensionId,
            Instant since,
            boolean apart,
            @Nullable UUID colleagueId,
            @Nullable CarrierId colleagueLeg,
            @Nullable Integer slot) {
        public static Row begun(UUID call, CarrierId leg, UUID extensionId, Instant now) {
            return new Row(call, Stage.HELD, leg, extensionId, now, false, null, null, null);
        }

        /** Somewhere else, with the colleague if that is one for both. */
        public Row at(Stage other, Instant now) {
            return other == Stage.ALL
                    ? new Row(call, other, leg, extensionId, now, apart, colleagueId, colleagueLeg, null)
                    : new Row(call, other, leg, extensionId, now, apart, null, null, null);
        }

        public Row asking(UUID colleague, Instant now) {
            return new Row(call, Stage.ASIDE, leg, extensionId, now, apart, colleague, null, null);
        }

        public Row joinedBy(CarrierId colleague) {
            return new Row(call, stage, leg, extensionId, since, apart, colleagueId, colleague, null);
        }

        /** The colleague has the caller now. */
        public Row passedOn(Instant now) {
            return new Row(
                    call,
                    Stage.TOGETHER,
                    Objects.requireNonNull(colleagueLeg),
                    Objects.requireNonNull(colleagueId),
                    now,
                    apart,
                    null,
                    null,
                    null);
        }

        public Row parked(int where, Instant now) {
            return new Row(call, Stage.PARKED, leg, extensionId, now, apart, null, null, where);
        }
    }

    public void save(Row row) {
        jdbc.sql("""
                        insert into call_handling (call_id, stage, leg, extension_id, since, colleague_id, colleague_leg,
                            slot)
                        values (:call, :stage, :leg, :extension, :since, :colleague, :colleagueLeg, :slot)
                        on conflict (call_id) do update
                        set stage = excluded.stage, leg = excluded.leg, extension_id = excluded.extension_id,
                            since = excluded.since, colleague_id = excluded.colleague_id,
                            colleague_leg = excluded.colleague_leg, slot = excluded.slot""")
                .param("call", row.call())
                .param("stage", row.stage().name().toLowerCase(Locale.ROOT))
                .param("leg", row.leg().value())
                .param("extension", row.extensionId())
                .param("since", utc(row.since()))
                .param("colleague", row.colleagueId())
                .param(
                        "colleagueLeg",
                        row.colleagueLeg() == null ? null : row.colleagueLeg().value())
                .param("slot", row.slot())
                .update();
    }

    /** The lowest that nobody is in. Whoever asks has it to themselves until the transaction ends. */
    public int freeSlot() {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('call_handling.slot'))")
                .query((row, index) -> true)
                .single();
        return jdbc.sql("""
                        select min(n) from generate_series(1, (select count(*) + 1 from call_handling)) as n
                        where not exists (select from call_handling where slot = n)""").query(Integer.class).single();
    }

    public void parted(UUID call, Instant now) {
        jdbc.sql("update call_handling set apart_at = coalesce(apart_at, :now) where call_id = :call")
                .param("now", utc(now))
                .param("call", call)
                .update();
    }

    public void end(UUID call) {
        jdbc.sql("delete from call_handling where call_id = :call")
                .param("call", call)
                .update();
    }

    public Optional<Row> of(UUID call) {
        return jdbc.sql("select * from call_handling where call_id = :call")
                .param("call", call)
                .query(HandlingRows::read)
                .optional();
    }

    public Map<UUID, Row> ofAll(Collection<UUID> calls) {
        return jdbc
                .sql("select * from call_handling where call_id = any(:calls)")
                .param("calls", calls.toArray(UUID[]::new))
                .query(HandlingRows::read)
                .list()
                .stream()
                .collect(Collectors.toMap(Row::call, Function.identity()));
    }

    /** Where the phone is that of whoever has the caller, or of a colleague. */
    public Optional<Row> by(CarrierId leg) {
        return jdbc.sql("select * from call_handling where leg = :leg or colleague_leg = :leg")
                .param("leg", leg.value())
                .query(HandlingRows::read)
                .optional();
    }

    private static Row read(ResultSet row, int index) throws SQLException {
        return new Row(
                row.getObject("call_id", UUID.class),
                Stage.valueOf(row.getString("stage").toUpperCase(Locale.ROOT)),
                new CarrierId(row.getString("leg")),
                row.getObject("extension_id", UUID.class),
                row.getObject("since", OffsetDateTime.class).toInstant(),
                row.getObject("apart_at") != null,
                row.getObject("colleague_id", UUID.class),
                Optional.ofNullable(row.getString("colleague_leg"))
                        .map(CarrierId::new)
                        .orElse(null),
                row.getObject("slot", Integer.class));
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
