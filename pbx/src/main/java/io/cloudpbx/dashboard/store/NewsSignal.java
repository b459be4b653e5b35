package io.cloudpbx.dashboard.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.stereotype.Component;

/** PostgreSQL's own bell, rung by whichever node adds news. */
@Component
public class NewsSignal {
    /** A bell may be missed while reconnecting, so whoever listens looks at least this often. */
    private static final Duration LOOK_EVERY = Duration.ofSeconds(2);

    private final DataSource database;

    NewsSignal(DataSource database) {
        this.database = database;
    }

    /** Calls back now, whenever news may have come, and now and then; until interrupted. */
    public void listen(Runnable mayHaveCome) {
        try (Connection connection = database.getConnection()) {
            try (var listen = connection.createStatement()) {
                listen.execute("listen live_news");
                listenOn(connection, mayHaveCome);
                listen.execute("unlisten live_news");
            }
        } catch (SQLException lost) {
            throw new CannotGetJdbcConnectionException("Live news", lost);
        }
    }

    private static void listenOn(Connection connection, Runnable mayHaveCome) throws SQLException {
        var bell = connection.unwrap(PGConnection.class);
        while (!Thread.currentThread().isInterrupted()) {
            mayHaveCome.run();
            bell.getNotifications((int) LOOK_EVERY.toMillis());
        }
    }
}
