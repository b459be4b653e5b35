package io.cloudpbx.calls.store;

import io.cloudpbx.calls.talk.TalkSettings;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The one row of {@code receptionist_settings}; a migration put it there. */
@Repository
public class TalkSettingsRow {
    private final JdbcClient jdbc;

    TalkSettingsRow(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public TalkSettings read() {
        return jdbc.sql("select keep_words_days, record_conversations, version from receptionist_settings")
                .query((row, index) -> new TalkSettings(
                        row.getInt("keep_words_days"), row.getBoolean("record_conversations"), row.getLong("version")))
                .single();
    }

    /** False when the row has moved on from the version given. */
    public boolean replace(TalkSettings wanted) {
        return jdbc.sql("""
                        update receptionist_settings
                        set keep_words_days = :days, record_conversations = :record, version = version + 1
                        where version = :version""")
                        .param("days", wanted.keepWordsDays())
                        .param("record", wanted.recordConversations())
                        .param("version", wanted.version())
                        .update()
                == 1;
    }
}
