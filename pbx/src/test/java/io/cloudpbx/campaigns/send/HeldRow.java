package io.cloudpbx.campaigns.send;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A row that somebody else holds, so that whoever wants it comes to wait. */
final class HeldRow implements AutoCloseable {
    private final Connection connection;
    private final JdbcClient jdbc;

    HeldRow(DataSource source, String table, Object id) throws SQLException {
        this.jdbc = JdbcClient.create(source);
        this.connection = source.getConnection();
        connection.setAutoCommit(false);
        try (var statement = connection.prepareStatement("select from " + table + " where id = ? for no key update")) {
            statement.setObject(1, id);
            statement.execute();
        }
    }

    void awaitWaiting(int sessions) {
        await().untilAsserted(() ->
                assertThat(jdbc.sql("""
                        select count(*) from pg_stat_activity
                        where datname = current_database() and wait_event_type = 'Lock'""").query(Integer.class).single()).isEqualTo(sessions));
    }

    @Override
    public void close() throws SQLException {
        if (!connection.isClosed()) {
            connection.rollback();
            connection.close();
        }
    }
}
