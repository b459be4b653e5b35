package io.cloudpbx.messaging.store;

import io.cloudpbx.messaging.MessagingSettings;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The one row of choices; a migration put it there. */
@Repository
public class MessagingSettingsRow {
    private final JdbcClient jdbc;

    MessagingSettingsRow(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public MessagingSettings read() {
        return jdbc.sql("select * from messaging_settings")
                .query((row, index) -> new MessagingSettings(
                        row.getBoolean("assistant_on"),
                        Set.of((String[]) row.getArray("countries").getArray()),
                        row.getInt("cents_per_day"),
                        row.getInt("campaign_texts_a_day"),
                        row.getBoolean("frozen"),
                        row.getLong("version")))
                .single();
    }

    /** False when the row has moved on from the version given. */
    public boolean replace(MessagingSettings wanted) {
        return jdbc.sql("""
                        update messaging_settings
                        set assistant_on = :assistantOn, countries = :countries, cents_per_day = :cents,
                            campaign_texts_a_day = :campaignTexts, frozen = :frozen, version = version + 1
                        where version = :version""")
                        .param("assistantOn", wanted.assistantOn())
                        .param("countries", wanted.countries().toArray(String[]::new))
                        .param("cents", wanted.centsPerDay())
                        .param("campaignTexts", wanted.campaignTextsADay())
                        .param("frozen", wanted.frozen())
                        .param("version", wanted.version())
                        .update()
                == 1;
    }
}
