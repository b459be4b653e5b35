package io.cloudpbx.messaging.store;

import io.cloudpbx.telephony.PhoneNumber;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code text_sender}: numbers of ours whose texts the carrier does not take, as it told us. */
@Repository
public class SenderRows {
    private final JdbcClient jdbc;

    SenderRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param code the carrier's */
    public record Blocked(int code, String reason, Instant since) {}

    public Map<PhoneNumber, Blocked> blocked(Collection<PhoneNumber> several) {
        Map<PhoneNumber, Blocked> blocked = new HashMap<>();
        jdbc.sql("select * from text_sender where number = any(:several)")
                .param("several", several.stream().map(PhoneNumber::e164).toArray(String[]::new))
                .query((RowCallbackHandler) row -> blocked.put(
                        new PhoneNumber(row.getString("number")),
                        new Blocked(row.getInt("code"), row.getString("reason"), Columns.instant(row, "since"))));
        return blocked;
    }

    public boolean anyIsBlocked() {
        return jdbc.sql("select exists (select from text_sender)")
                .query(Boolean.class)
                .single();
    }

    /** The same is written again only after a while: a campaign may hear it a thousand times a second. */
    public void block(PhoneNumber number, Blocked blocked) {
        jdbc.sql("""
                        insert into text_sender (number, code, reason, since) values (:number, :code, :reason, :since)
                        on conflict (number) do update
                        set code = excluded.code, reason = excluded.reason, since = excluded.since
                        where text_sender.code <> excluded.code
                           or text_sender.since < excluded.since - interval '1 minute'""")
                .param("number", number.e164())
                .param("code", blocked.code())
                .param("reason", blocked.reason())
                .param("since", Columns.utc(blocked.since()))
                .update();
    }

    /** A text of its did arrive, or a person says that it is registered now. */
    public void free(PhoneNumber number) {
        jdbc.sql("delete from text_sender where number = :number")
                .param("number", number.e164())
                .update();
    }
}
