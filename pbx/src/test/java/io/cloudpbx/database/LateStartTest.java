package io.cloudpbx.database;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cloudpbx.startup.CannotStart;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.jdbc.datasource.AbstractDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** A start without its database. */
class LateStartTest {
    private final Nowhere source = new Nowhere();
    private final DatabaseWatch database = new DatabaseWatch(
            source,
            new JdbcTransactionManager(source),
            new StaticListableBeanFactory().getBeanProvider(AfterAbsence.class),
            Clock.systemUTC());

    /** A database that nobody has. */
    private static final class Nowhere extends AbstractDataSource {
        @Override
        public Connection getConnection() throws SQLException {
            throw new SQLException("nobody answers");
        }

        @Override
        public Connection getConnection(String user, String password) throws SQLException {
            return getConnection();
        }
    }

    @AfterEach
    void end() {
        database.destroy();
    }

    @Test
    void waits_no_longer_than_until_the_program_is_stopped() {
        var start = new LateStart(
                database, new Migrations(Flyway.configure().dataSource(source).load()));
        start.stop();

        assertThatThrownBy(start::awaitDatabase)
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("stopped while it waited");
    }
}
