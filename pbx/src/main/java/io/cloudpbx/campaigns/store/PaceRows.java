package io.cloudpbx.campaigns.store;

import io.cloudpbx.campaigns.ledger.PaceLedger;
import io.cloudpbx.telephony.PhoneNumber;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code sender_pace}: one row per number, by the database's clock, so that all nodes together keep to it (R12). */
@Repository
public class PaceRows implements PaceLedger {
    private final JdbcClient jdbc;

    PaceRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public SequencedMap<PhoneNumber, Duration> freeWithin(List<PhoneNumber> numbers, Duration within) {
        SequencedMap<PhoneNumber, Duration> waits = new LinkedHashMap<>();
        jdbc.sql("""
                        select given.number, extract(epoch from p.next_free_at - clock_timestamp()) as wait
                        from unnest(:numbers::text[]) with ordinality as given (number, place)
                            left join sender_pace p on p.number = given.number
                        where p.number is null
                           or p.next_free_at < clock_timestamp() + make_interval(secs => :within)
                              and (p.stopped_until is null or p.stopped_until < clock_timestamp())
                        order by place""")
                .param("numbers", Columns.texts(numbers, PhoneNumber::e164))
                .param("within", within.toMillis() / 1000.0)
                .query((RowCallbackHandler) row -> waits.put(new PhoneNumber(row.getString("number")), wait(row)));
        return waits;
    }

    private static Duration wait(ResultSet row) throws SQLException {
        return Duration.ofNanos((long) (Math.max(0, row.getDouble("wait")) * 1e9));
    }

    @Override
    public Map<PhoneNumber, Duration> reserve(Map<PhoneNumber, Double> seconds, Duration lead) {
        List<PhoneNumber> numbers = seconds.keySet().stream().sorted().toList();
        jdbc.sql("insert into sender_pace (number) select unnest(:numbers::text[]) on conflict do nothing")
                .param("numbers", Columns.texts(numbers, PhoneNumber::e164))
                .update();
        Map<PhoneNumber, Duration> waits = new HashMap<>();
        jdbc.sql(Columns.SOON + """
                        held as (select number from sender_pace where number = any(:numbers) order by number for update)
                        update sender_pace p
                        set next_free_at = greatest(clock_timestamp() + make_interval(secs => :lead), p.next_free_at)
                                + make_interval(secs => given.seconds)
                        from held cross join soon
                            join unnest(:numbers::text[], :seconds::float8[]) as given (number, seconds)
                            on given.number = held.number
                        where p.number = held.number
                        returning p.number,
                            extract(epoch from p.next_free_at - clock_timestamp()) - given.seconds as wait""")
                .param("numbers", Columns.texts(numbers, PhoneNumber::e164))
                .param("lead", lead.toMillis() / 1000.0)
                .param("seconds", numbers.stream().map(seconds::get).toArray(Double[]::new))
                .query((RowCallbackHandler) row -> waits.put(new PhoneNumber(row.getString("number")), wait(row)));
        return waits;
    }

    @Override
    public void stop(PhoneNumber number, Duration pause, String because) {
        jdbc.sql("""
                        insert into sender_pace (number, stopped_until, stopped_because)
                        values (:number, clock_timestamp() + make_interval(secs => :seconds), :because)
                        on conflict (number) do update
                        set stopped_until = greatest(sender_pace.stopped_until, excluded.stopped_until),
                            stopped_because = case
                                when excluded.stopped_because = '' and sender_pace.stopped_until > clock_timestamp()
                                then sender_pace.stopped_because else excluded.stopped_because end""")
                .param("number", number.e164())
                .param("seconds", (double) pause.toSeconds())
                .param("because", because)
                .update();
    }

    @Override
    public SequencedMap<PhoneNumber, String> atFault(List<PhoneNumber> numbers) {
        SequencedMap<PhoneNumber, String> faults = new LinkedHashMap<>();
        jdbc.sql("""
                        select number, stopped_because from sender_pace
                        where number = any(:numbers) and stopped_because <> '' and stopped_until >= clock_timestamp()
                        order by number""")
                .param("numbers", Columns.texts(numbers, PhoneNumber::e164))
                .query((RowCallbackHandler)
                        row -> faults.put(new PhoneNumber(row.getString("number")), row.getString("stopped_because")));
        return faults;
    }
}
