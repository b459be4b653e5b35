package io.cloudpbx.messaging.store;

import io.cloudpbx.messaging.Text;
import io.cloudpbx.telephony.CarrierId;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Texts that a database waits to send, or does not know to have been sent, beside those that the carrier has. */
@Repository
public class WaitingTexts {
    private final JdbcClient jdbc;
    private final TextRows rows;

    WaitingTexts(JdbcClient jdbc, TextRows rows) {
        this.jdbc = jdbc;
        this.rows = rows;
    }

    /** Those with these words, oldest first. */
    public List<Text> of(String ours, String theirs, String body) {
        return jdbc.sql("""
                        select * from text_message
                        where theirs = :theirs and ours = :ours and body = :body and not inbound
                          and state in ('ready', 'scheduled', 'sending', 'unknown', 'not_confirmed')
                        order by created_at, id""")
                .param("ours", ours)
                .param("theirs", theirs)
                .param("body", body)
                .query(rows.reader())
                .list();
    }

    /** Those of the carrier's texts that are of a conversation here, or were found before. */
    public Set<CarrierId> known(Collection<CarrierId> texts) {
        return new HashSet<>(jdbc.sql("""
                        select carrier_id from text_message where carrier_id = any(:ids)
                        union
                        select carrier_id from text_attempt where carrier_id = any(:ids)
                        union
                        select carrier_id from found_text where carrier_id = any(:ids)""")
                .param("ids", texts.stream().map(CarrierId::value).toArray(String[]::new))
                .query((row, index) -> new CarrierId(row.getString("carrier_id")))
                .list());
    }
}
