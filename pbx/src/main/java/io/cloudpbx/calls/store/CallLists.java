package io.cloudpbx.calls.store;

import io.cloudpbx.calls.Call;
import io.cloudpbx.calls.HourCount;
import io.cloudpbx.telephony.PhoneNumber;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Several calls at once: those on the line that came in, and counts of them. The log is in {@link LogRows}. */
@Repository
public class CallLists {
    private final JdbcClient jdbc;

    CallLists(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<Instant> reachedSince(PhoneNumber caller, Instant since) {
        return jdbc.sql("""
                        select started_at from call
                        where from_e164 = :caller and started_at > :since and answered_at is not null and sent_on_at is null
                        order by started_at desc limit 1""")
                .param("caller", caller.e164())
                .param("since", since.atOffset(ZoneOffset.UTC))
                .query(OffsetDateTime.class)
                .optional()
                .map(OffsetDateTime::toInstant);
    }

    public List<Call> newestOf(Collection<UUID> ids) {
        return jdbc.sql("select * from call where id = any(:ids) and dialer is null order by started_at desc, id desc")
                .param("ids", ids.toArray(UUID[]::new))
                .query(CallRows::read)
                .list();
    }

    public List<Call> live() {
        return jdbc.sql("select * from call where ended_at is null and dialer is null order by started_at, id")
                .query(CallRows::read)
                .list();
    }

    public int liveCount() {
        return jdbc.sql("select count(*) from call where ended_at is null and dialer is null")
                .query(Integer.class)
                .single();
    }

    /** Live calls of which nothing was heard since then. */
    public List<Call> quietSince(Instant then) {
        return jdbc.sql("select * from call where ended_at is null and news_at < :then order by news_at limit 200")
                .param("then", then.atOffset(ZoneOffset.UTC))
                .query(CallRows::read)
                .list();
    }

    public Map<UUID, Integer> talkingByExtension() {
        return jdbc
                .sql("""
                        select extension_id, count(*) as talking from call
                        where ended_at is null and place in ('talking', 'held') and extension_id is not null
                        group by extension_id""")
                .query((row, index) -> Map.entry(row.getObject("extension_id", UUID.class), row.getInt("talking")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** How many calls of each outcome began in each hour of a day, in the zone given. */
    public List<HourCount> byHour(Instant from, Instant to, String zone) {
        return jdbc.sql("""
                        select extract(hour from started_at at time zone :zone)::int as hour, outcome, count(*) as calls
                        from call where started_at >= :from and started_at < :to and dialer is null group by 1, 2 order by 1, 2""")
                .param("from", from.atOffset(ZoneOffset.UTC))
                .param("to", to.atOffset(ZoneOffset.UTC))
                .param("zone", zone)
                .query((row, index) -> new HourCount(
                        row.getInt("hour"), Call.Outcome.valueOf(upper(row.getString("outcome"))), row.getInt("calls")))
                .list();
    }

    /** The longest that somebody who called within a time waited for an answer, or in vain; null when nobody has yet. */
    public @Nullable Integer longestWait(Instant from, Instant to) {
        return jdbc.sql("""
                        select max(extract(epoch from coalesce(answered_at, ended_at) - started_at))::int as wait
                        from call
                        where started_at >= :from and started_at < :to and dialer is null and outcome in ('answered', 'missed')""")
                .param("from", from.atOffset(ZoneOffset.UTC))
                .param("to", to.atOffset(ZoneOffset.UTC))
                .query((row, index) -> Optional.ofNullable(row.getObject("wait", Integer.class)))
                .single()
                .orElse(null);
    }

    public @Nullable Integer medianAnswer(Instant from, Instant to) {
        return jdbc.sql("""
                        select percentile_disc(0.5) within group (order by extract(epoch from answered_at - started_at)::int) as wait
                        from call where started_at >= :from and started_at < :to and dialer is null and answered_at is not null""")
                .param("from", from.atOffset(ZoneOffset.UTC))
                .param("to", to.atOffset(ZoneOffset.UTC))
                .query((row, index) -> Optional.ofNullable(row.getObject("wait", Integer.class)))
                .single()
                .orElse(null);
    }

    public boolean any() {
        return jdbc.sql("select exists (select from call where dialer is null)")
                .query(Boolean.class)
                .single();
    }

    private static String upper(String text) {
        return text.toUpperCase(java.util.Locale.ROOT);
    }
}
