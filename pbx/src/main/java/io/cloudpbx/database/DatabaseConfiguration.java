package io.cloudpbx.database;

import com.zaxxer.hikari.HikariDataSource;
import io.cloudpbx.database.embedded.EmbeddedPostgres;
import io.cloudpbx.database.embedded.ServerOptions;
import io.cloudpbx.startup.CannotStart;
import java.nio.file.Files;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;

/** Connects to the database; the embedded server is up before the first connection and stops after the last. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DatabaseSettings.class)
class DatabaseConfiguration {
    private static final int POOL = 16;

    @Bean
    @Conditional(NoDatabaseUrl.class)
    EmbeddedPostgres embeddedPostgres(DatabaseSettings settings) {
        return EmbeddedPostgres.start(settings.home(), ServerOptions.forProduction());
    }

    @Bean
    DatabasePlace databasePlace(ObjectProvider<EmbeddedPostgres> embedded) {
        return new DatabasePlace(embedded.getIfAvailable() != null);
    }

    @Bean
    DataSource dataSource(DatabaseSettings settings, ObjectProvider<EmbeddedPostgres> embedded) {
        EmbeddedPostgres server = embedded.getIfAvailable();
        DatabaseUrl address = server == null
                ? DatabaseUrl.parse(String.valueOf(settings.url()).strip())
                : new DatabaseUrl(server.jdbcUrl(server.user()), server.user(), server.password());
        HikariDataSource pool = pool(address);
        requireConnection(pool, settings);
        return pool;
    }

    /** Migrations wait for a database that is away. */
    @Bean
    FlywayMigrationStrategy whenThere(DatabaseWatch database) {
        return flyway -> {
            if (database.awaySince().isEmpty()) {
                flyway.migrate();
            }
        };
    }

    /**
     * A database that cannot be reached is the operator's to mend; without this it ends in pages of stack trace. Where we know by heart how
     * calls are led, they are led meanwhile.
     */
    private static void requireConnection(HikariDataSource pool, DatabaseSettings settings) {
        try (var connection = pool.getConnection()) {
            connection.isValid(5);
        } catch (SQLException refused) {
            if (Files.exists(settings.knownByHeart())) {
                return;
            }
            pool.close();
            throw new CannotStart("The database of DATABASE_URL cannot be reached: " + reason(refused), refused);
        }
    }

    private static String reason(SQLException refused) {
        Throwable cause = refused.getCause();
        return cause == null ? String.valueOf(refused.getMessage()) : String.valueOf(cause.getMessage());
    }

    private static HikariDataSource pool(DatabaseUrl address) {
        HikariDataSource pool = new HikariDataSource();
        pool.setPoolName("database");
        pool.setJdbcUrl(address.jdbc());
        pool.setUsername(address.user());
        pool.setPassword(address.password());
        pool.setMaximumPoolSize(POOL);
        // Short enough that a caller still gets our apology before the carrier gives up on us (R16).
        pool.setConnectionTimeout(2_500);
        pool.setInitializationFailTimeout(-1);
        // A node that froze in the middle of a transaction would keep its rows from all others for as long as it sleeps
        // (R13).
        pool.setConnectionInitSql("set idle_in_transaction_session_timeout = '20s'");
        pool.addDataSourceProperty("ApplicationName", "cloudpbx");
        pool.addDataSourceProperty("reWriteBatchedInserts", "true");
        return pool;
    }
}
