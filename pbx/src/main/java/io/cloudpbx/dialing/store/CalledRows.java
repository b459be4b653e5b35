package io.cloudpbx.dialing.store;

import io.cloudpbx.dialing.flow.Called;
import io.cloudpbx.dialing.flow.Called.Hold;
import io.cloudpbx.dialing.flow.Called.Stage;
import io.cloudpbx.dialing.flow.Called.Wish;
import io.cloudpbx.telephony.CarrierId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code called_phone}. Writers hold the call's row. */
@Repository
public class CalledRows {
    private final JdbcClient jdbc;

    CalledRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<Called> of(UUID call) {
        return jdbc.sql("select * from called_phone where call_id = :call")
                .param("call", call)
                .query(CalledRows::read)
                .optional();
    }

    public Optional<CarrierId> legOf(UUID call) {
        return jdbc.sql("select leg from called_phone where call_id = :call")
                .param("call", call)
                .query((row, index) -> new CarrierId(row.getString("leg")))
                .optional();
    }

    /** The first is the only one. */
    public void heardOf(UUID call, CarrierId phone) {
        jdbc.sql("insert into called_phone (call_id, leg) values (:call, :leg) on conflict do nothing")
                .param("call", call)
                .param("leg", phone.value())
                .update();
    }

    public void gone(UUID call) {
        jdbc.sql("update called_phone set gone = true where call_id = :call")
                .param("call", call)
                .update();
    }

    /** @param wish null takes back the only one there was */
    public void want(UUID call, @Nullable Wish wish) {
        jdbc.sql("update called_phone set stage = :stage, since = :since where call_id = :call")
                .param("stage", wish == null ? null : wish.stage().name().toLowerCase(Locale.ROOT))
                .param("since", wish == null ? null : utc(wish.since()))
                .param("call", call)
                .update();
    }

    public void parted(UUID call) {
        jdbc.sql("update called_phone set parted = true where call_id = :call")
                .param("call", call)
                .update();
    }

    /** Told more than once, they wait since the first time. False then. */
    public boolean waits(UUID call, Instant now) {
        return jdbc.sql("""
                        update called_phone set held_at = held_at || :now::timestamptz
                        where call_id = :call and cardinality(held_at) = cardinality(back_at)""").param("now", utc(now)).param("call", call).update() == 1;
    }

    /** False when they are back already. */
    public boolean back(UUID call, Instant now) {
        return jdbc.sql("""
                        update called_phone set back_at = back_at || :now::timestamptz
                        where call_id = :call and cardinality(held_at) > cardinality(back_at)""").param("now", utc(now)).param("call", call).update() == 1;
    }

    private static Called read(ResultSet row, int index) throws SQLException {
        String stage = row.getString("stage");
        return new Called(
                new CarrierId(row.getString("leg")),
                row.getBoolean("gone"),
                stage == null
                        ? null
                        : new Wish(
                                Stage.valueOf(stage.toUpperCase(Locale.ROOT)),
                                row.getObject("since", OffsetDateTime.class).toInstant()),
                row.getBoolean("parted"),
                holds(instants(row, "held_at"), instants(row, "back_at")));
    }

    private static List<Hold> holds(List<Instant> from, List<Instant> until) {
        List<Hold> holds = new ArrayList<>();
        for (int i = 0; i < from.size(); i++) {
            holds.add(new Hold(from.get(i), i < until.size() ? until.get(i) : null));
        }
        return holds;
    }

    private static List<Instant> instants(ResultSet row, String column) throws SQLException {
        return List.of((Timestamp[]) row.getArray(column).getArray()).stream()
                .map(Timestamp::toInstant)
                .toList();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
