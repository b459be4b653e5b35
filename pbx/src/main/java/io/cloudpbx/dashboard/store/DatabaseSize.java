package io.cloudpbx.dashboard.store;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How much the database takes on its disk. */
@Repository
public class DatabaseSize {
    private final JdbcClient jdbc;

    DatabaseSize(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** With its indexes, and what was deleted and not reused yet. */
    public long bytes() {
        return jdbc.sql("select pg_database_size(current_database())")
                .query(Long.class)
                .single();
    }
}
