package io.cloudpbx.database;

import org.flywaydb.core.Flyway;
import org.springframework.stereotype.Component;

/** The schema's migrations, applied at every start and on request. */
@Component
public class Migrations {
    private final Flyway flyway;

    Migrations(Flyway flyway) {
        this.flyway = flyway;
    }

    /** How many were applied just now, and the version the schema is at. */
    public record Applied(int applied, String version) {}

    public Applied apply() {
        int applied = flyway.migrate().migrationsExecuted;
        var current = flyway.info().current();
        return new Applied(applied, current == null ? "0" : String.valueOf(current.getVersion()));
    }
}
