package io.cloudpbx.campaigns.store;

import io.cloudpbx.campaigns.flow.Lull.Next;
import io.cloudpbx.telephony.PhoneNumber;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What a campaign waits for, by one row each, however many wait. */
@Repository
public class LullRows {
    private final JdbcClient jdbc;

    LullRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The recipient whose turn comes first; empty when nobody waits, and while somebody's text is about to leave. */
    public Optional<Next> next(UUID campaignId) {
        return jdbc.sql("""
                        select to_number, due_at, code from delivery
                        where campaign_id = :campaign and state = 'waiting'
                          and not exists (select from delivery
                                          where campaign_id = :campaign and state = any('{claimed, sending}'))
                        order by due_at, id limit 1""")
                .param("campaign", campaignId)
                .query((row, index) -> new Next(
                        new PhoneNumber(row.getString("to_number")),
                        Columns.instant(row, "due_at"),
                        row.getString("code")))
                .optional();
    }

    /**
     * A number of which the carrier takes nothing for so long, by the database's clock.
     *
     * @param because what somebody has to see to; empty where it only has to wait
     * @param note why it has to; empty where nobody knows
     */
    public record Stopped(PhoneNumber number, Duration rest, String because, String note) {}

    /** Those of the numbers that are stopped. */
    public List<Stopped> stopped(List<PhoneNumber> numbers) {
        return jdbc.sql("""
                        select number, extract(epoch from stopped_until - clock_timestamp()) as seconds, stopped_because, rest_note
                        from sender_pace where number = any(:numbers) and stopped_until > clock_timestamp()
                        order by number""")
                .param("numbers", Columns.texts(numbers, PhoneNumber::e164))
                .query((row, index) -> new Stopped(
                        new PhoneNumber(row.getString("number")),
                        Duration.ofSeconds(row.getLong("seconds")),
                        row.getString("stopped_because"),
                        row.getString("rest_note")))
                .list();
    }
}
