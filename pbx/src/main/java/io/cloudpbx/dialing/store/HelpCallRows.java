package io.cloudpbx.dialing.store;

import io.cloudpbx.dialing.HelpCalled;
import io.cloudpbx.dialing.flow.HelpNumber;
import io.cloudpbx.telephony.PhoneNumber;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code help_call}. */
@Repository
public class HelpCallRows {
    private final JdbcClient jdbc;

    HelpCallRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** How far it came. */
    public record Course(
            HelpCalled call,
            @Nullable Instant connectedAt,
            @Nullable Instant endedAt) {}

    /** False when it is there already. */
    public boolean insert(HelpCalled call) {
        return jdbc.sql("""
                        insert into help_call (id, at, user_name, ext, phone, from_e164, number, located, placed)
                        values (:id, :at, :name, :ext, :phone, :from, :number, :located, :placed)
                        on conflict (id) do nothing""")
                        .param("id", call.id())
                        .param("at", utc(call.at()))
                        .param("name", call.name())
                        .param("ext", call.ext())
                        .param("phone", call.phone().e164())
                        .param("from", call.from().e164())
                        .param("number", call.number().digits())
                        .param("located", call.located())
                        .param("placed", call.placed())
                        .update()
                == 1;
    }

    public Optional<HelpCalled> find(UUID id) {
        return jdbc.sql("select * from help_call where id = :id")
                .param("id", id)
                .query(HelpCallRows::read)
                .optional()
                .map(Course::call);
    }

    /** Newest first. */
    public List<Course> newest(int most) {
        return jdbc.sql("select * from help_call order by at desc, id desc limit :most")
                .param("most", most)
                .query(HelpCallRows::read)
                .list();
    }

    public List<HelpCalled> since(Instant then) {
        return jdbc
                .sql("select * from help_call where at > :then order by at desc, id desc limit 20")
                .param("then", utc(then))
                .query(HelpCallRows::read)
                .list()
                .stream()
                .map(Course::call)
                .toList();
    }

    public void connected(UUID id, Instant now) {
        jdbc.sql("update help_call set connected_at = coalesce(connected_at, :now) where id = :id")
                .param("id", id)
                .param("now", utc(now))
                .update();
    }

    public void ended(UUID id, Instant now) {
        jdbc.sql("update help_call set ended_at = coalesce(ended_at, :now) where id = :id")
                .param("id", id)
                .param("now", utc(now))
                .update();
    }

    private static Course read(ResultSet row, int index) throws SQLException {
        var call = new HelpCalled(
                row.getObject("id", UUID.class),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("user_name"),
                row.getString("ext"),
                new PhoneNumber(row.getString("phone")),
                new PhoneNumber(row.getString("from_e164")),
                HelpNumber.ofDigits(row.getString("number")).orElseThrow(),
                row.getBoolean("located"),
                row.getBoolean("placed"));
        return new Course(call, instant(row, "connected_at"), instant(row, "ended_at"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
