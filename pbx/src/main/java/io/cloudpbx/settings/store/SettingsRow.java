package io.cloudpbx.settings.store;

import io.cloudpbx.settings.CompanySettings;
import io.cloudpbx.telephony.Destinations;
import java.time.ZoneId;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The one row of choices; a migration put it there. */
@Repository
public class SettingsRow {
    private final JdbcClient jdbc;

    SettingsRow(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public CompanySettings read() {
        return read("");
    }

    /** Reads the row, and lets nobody else change it before the transaction ends. */
    public CompanySettings hold() {
        return read(" for update");
    }

    private CompanySettings read(String lock) {
        return jdbc.sql("select * from company_settings" + lock)
                .query((row, n) -> new CompanySettings(
                        row.getString("business_name"),
                        ZoneId.of(row.getString("time_zone")),
                        row.getString("operator_extension"),
                        new Destinations(
                                Set.of((String[]) row.getArray("call_countries").getArray())),
                        row.getLong("version")))
                .single();
    }

    public void replace(Destinations wanted) {
        jdbc.sql("update company_settings set call_countries = :countries")
                .param("countries", wanted.countries().toArray(String[]::new))
                .update();
    }

    /** False when the row has moved on from the version given. */
    public boolean replace(CompanySettings wanted) {
        return jdbc.sql("""
                        update company_settings
                        set business_name = :name, time_zone = :zone, operator_extension = :operator,
                            version = version + 1
                        where version = :version""")
                        .param("name", wanted.businessName())
                        .param("zone", wanted.timeZone().getId())
                        .param("operator", wanted.operatorExtension())
                        .param("version", wanted.version())
                        .update()
                == 1;
    }
}
