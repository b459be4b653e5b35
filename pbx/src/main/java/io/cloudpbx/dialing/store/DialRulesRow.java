package io.cloudpbx.dialing.store;

import io.cloudpbx.dialing.flow.DialRules;
import io.cloudpbx.dialing.flow.DialRules.Ceilings;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The one row of choices; a migration put it there. */
@Repository
public class DialRulesRow {
    private final JdbcClient jdbc;

    DialRulesRow(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param version grows with every change */
    public record Versioned(DialRules rules, long version) {}

    public Versioned read() {
        return read("");
    }

    /** Reads the row, and lets nobody else count by it before the transaction ends. */
    public DialRules hold() {
        return read(" for update").rules();
    }

    private Versioned read(String lock) {
        return jdbc.sql("select * from dial_settings" + lock)
                .query((row, index) -> new Versioned(
                        new DialRules(
                                row.getInt("calls_per_day"),
                                row.getInt("cents_per_day"),
                                new Ceilings(
                                        row.getInt("company_calls_per_hour"),
                                        row.getInt("company_calls_per_day"),
                                        row.getInt("company_cents_per_day"))),
                        row.getLong("version")))
                .single();
    }

    /** False when the row has moved on from the version given. */
    public boolean replace(DialRules wanted, long version) {
        return jdbc.sql("""
                        update dial_settings set calls_per_day = :calls, cents_per_day = :cents,
                            company_calls_per_hour = :companyHour, company_calls_per_day = :companyCalls,
                            company_cents_per_day = :companyCents, version = version + 1
                        where version = :version""")
                        .param("calls", wanted.callsPerDay())
                        .param("cents", wanted.centsPerDay())
                        .param("companyHour", wanted.company().callsPerHour())
                        .param("companyCalls", wanted.company().callsPerDay())
                        .param("companyCents", wanted.company().centsPerDay())
                        .param("version", version)
                        .update()
                == 1;
    }
}
