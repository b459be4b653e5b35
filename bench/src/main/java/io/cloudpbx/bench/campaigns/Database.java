package io.cloudpbx.bench.campaigns;

import io.cloudpbx.database.embedded.EmbeddedPostgres;
import io.cloudpbx.database.embedded.ServerOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** The nodes' database: a real server of its own, durable as in production, in which each node has a user of its own. */
final class Database implements AutoCloseable {
    private static final String PASSWORD = "bench";

    private final Path home;
    private final EmbeddedPostgres server;

    Database(Path home, List<String> users) throws SQLException {
        this.home = home;
        this.server = EmbeddedPostgres.start(home, ServerOptions.forProduction());
        try (Connection connection = open();
                Statement statement = connection.createStatement()) {
            for (String user : users) {
                statement.execute("create role " + user + " superuser login password '" + PASSWORD + "'");
            }
        }
    }

    /** As {@code DATABASE_URL} takes it. */
    String url(String user) {
        return server.jdbcUrl(server.user()) + "?user=" + user + "&password=" + PASSWORD;
    }

    Connection open() throws SQLException {
        return DriverManager.getConnection(server.jdbcUrl(server.user()), server.user(), server.password());
    }

    /** {@code kill -9} of the server, which starts again by itself. */
    void kill() throws IOException {
        String pid = Files.readString(home.resolve("data/postmaster.pid"))
                .lines()
                .findFirst()
                .orElseThrow()
                .strip();
        ProcessHandle.of(Long.parseLong(pid)).orElseThrow().destroyForcibly();
    }

    @Override
    public void close() {
        server.close();
    }
}
