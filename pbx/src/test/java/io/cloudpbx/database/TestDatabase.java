package io.cloudpbx.database;

import io.cloudpbx.database.embedded.EmbeddedPostgres;
import io.cloudpbx.database.embedded.ServerOptions;
import io.cloudpbx.startup.CannotStart;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A real, migrated, empty database for a test. All of a JVM are in one server, kept below {@code target} over runs.
 *
 * @param url as {@code DATABASE_URL} takes it, with user and password
 */
public record TestDatabase(String url) {
    public static TestDatabase fresh() {
        return Shared.copyOfTemplate();
    }

    /** All that is in it, elsewhere, as after a backup was restored. Nobody may be connected to it meanwhile. */
    public TestDatabase copy() {
        return Shared.copyOf(url.replaceAll("^.*/(test_\\w+)\\?.*$", "$1"));
    }

    public DataSource dataSource() {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(url);
        return source;
    }

    public JdbcClient jdbc() {
        return JdbcClient.create(dataSource());
    }

    /** The server, and a database in it that is migrated once and copied for each test. */
    private static final class Shared {
        private static final EmbeddedPostgres SERVER = start();
        private static final JdbcClient ADMINISTRATION = database(SERVER.user()).jdbc();
        private static final String TEMPLATE = template();

        static synchronized TestDatabase copyOfTemplate() {
            return copyOf(TEMPLATE);
        }

        static synchronized TestDatabase copyOf(String database) {
            String name = newName();
            ADMINISTRATION
                    .sql("create database " + name + " template " + database)
                    .update();
            return database(name);
        }

        /** Two builds may run at once in one directory, so each takes the first home that is free. */
        private static EmbeddedPostgres start() {
            EmbeddedPostgres server = IntStream.range(1, 20)
                    .boxed()
                    .flatMap(number -> tryHome(Path.of("target", "test-postgres", number.toString())).stream())
                    .findFirst()
                    .orElseThrow();
            Runtime.getRuntime().addShutdownHook(new Thread(server::close, "stop-test-postgres"));
            return server;
        }

        private static Optional<EmbeddedPostgres> tryHome(Path home) {
            try {
                return Optional.of(EmbeddedPostgres.start(home, ServerOptions.forTests()));
            } catch (CannotStart inUse) {
                if (String.valueOf(inUse.getMessage()).contains("in use")) {
                    return Optional.empty();
                }
                throw inUse;
            }
        }

        private static String template() {
            ADMINISTRATION
                    .sql("select datname from pg_database where datname like 'test\\_%'")
                    .query(String.class)
                    .list()
                    .forEach(leftOver -> ADMINISTRATION
                            .sql("drop database " + leftOver + " with (force)")
                            .update());
            String name = newName();
            ADMINISTRATION.sql("create database " + name).update();
            Flyway.configure().dataSource(database(name).dataSource()).load().migrate();
            return name;
        }

        private static String newName() {
            return "test_" + UUID.randomUUID().toString().replace("-", "");
        }

        private static TestDatabase database(String name) {
            return new TestDatabase(SERVER.jdbcUrl(name) + "?user=" + SERVER.user() + "&password=" + SERVER.password());
        }
    }
}
