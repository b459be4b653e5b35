package io.cloudpbx.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.cloudpbx.contacts.OptOuts;
import io.cloudpbx.telephony.PhoneNumber;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** The database has no connection left, as when hundreds write at once. */
class BusyDatabaseTest {
    /** The carrier tries three times, and is told that it was in vain after two and a half seconds each. */
    private static final Duration LONGER_THAN_THE_CARRIER_TRIES = Duration.ofSeconds(8);

    private static final String PERSON = "+15595550178";

    private final TwoPrograms programs = TwoPrograms.shared();

    @Test
    void stop_is_heard_all_the_same() throws Exception {
        try (var all = new Connections(programs.bean(DataSource.class))) {
            programs.outside().texts(PERSON, Outside.MAIN_NUMBER, "Please stop texting me");
            TimeUnit.NANOSECONDS.sleep(LONGER_THAN_THE_CARRIER_TRIES.toNanos());
        }

        OptOuts optOuts = programs.bean(OptOuts.class);
        await().untilAsserted(
                        () -> assertThat(optOuts.of(new PhoneNumber(PERSON))).isPresent());
    }

    /** All that a pool has to give, until they are given back together. */
    private static final class Connections implements AutoCloseable {
        private final List<Connection> taken = new ArrayList<>();

        Connections(DataSource database) throws SQLException {
            try {
                while (true) {
                    taken.add(database.getConnection());
                }
            } catch (SQLTransientConnectionException noneIsLeft) {
                assertThat(taken).isNotEmpty();
            }
        }

        @Override
        public void close() throws SQLException {
            for (Connection connection : taken) {
                connection.close();
            }
        }
    }
}
