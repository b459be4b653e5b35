package io.cloudpbx.calls.store;

import java.time.Duration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The one row of choices; a migration put it there. */
@Repository
public class ParkingSettingsRow {
    private final JdbcClient jdbc;

    ParkingSettingsRow(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param version grows with every change */
    public record Parking(int minutes, long version) {
        public Duration longest() {
            return Duration.ofMinutes(minutes);
        }
    }

    public Parking read() {
        return jdbc.sql("select minutes, version from parking_settings")
                .query((row, index) -> new Parking(row.getInt("minutes"), row.getLong("version")))
                .single();
    }

    /** False when the row has moved on from the version given. */
    public boolean replace(Parking wanted) {
        return jdbc.sql(
                                "update parking_settings set minutes = :minutes, version = version + 1 where version = :version")
                        .param("minutes", wanted.minutes())
                        .param("version", wanted.version())
                        .update()
                == 1;
    }
}
