package io.cloudpbx.campaigns.store;

import io.cloudpbx.campaigns.flow.SharedTime;
import io.cloudpbx.campaigns.ledger.PaceLedger;
import io.cloudpbx.telephony.PhoneNumber;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionOperations;

/** The table {@code sender_pace}: one row per number, by the database's clock, so that all nodes together keep to it (R12). */
@Repository
public class PaceRows implements PaceLedger {
    private final JdbcClient jdbc;
    private final TransactionOperations transactions;

    PaceRows(JdbcClient jdbc, TransactionOperations transactions) {
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    @Override
    public SequencedMap<PhoneNumber, Duration> freeWithin(List<PhoneNumber> numbers, Duration within) {
        SequencedMap<PhoneNumber, Duration> waits = new LinkedHashMap<>();
        jdbc.sql("""
                        select given.number, extract(epoch from p.next_free_at - clock_timestamp()) as wait
                        from unnest(:numbers::text[]) with ordinality as given (number, place)
                            left join sender_pace p on p.number = given.number
                            left join sender_day d on d.number = given.number
                        where (p.number is null
                               or p.next_free_at < clock_timestamp() + make_interval(secs => :within)
                                  and (p.stopped_until is null or p.stopped_until < clock_timestamp()))
                          and not exists (select from account_pace
                                          where next_free_at >= clock_timestamp() + make_interval(secs => :within))
                          and (d.number is null or %1$s = %2$s and not (d.is_full and d.day = %1$s))
                        order by place""".formatted(Columns.TODAY, Columns.DAY_OF_LEAVING))
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
        found(numbers);
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

    private void found(List<PhoneNumber> numbers) {
        jdbc.sql("insert into sender_pace (number) select unnest(:numbers::text[]) on conflict do nothing")
                .param("numbers", Columns.texts(numbers, PhoneNumber::e164))
                .update();
    }

    /** How long the account and a number of its still have to wait. @param at from when on */
    private record Held(OffsetDateTime at, double account, PhoneNumber number, double free) {}

    @Override
    public List<Duration> reserve(List<SharedTime.Text> texts, double between, Duration lead) {
        List<PhoneNumber> numbers =
                texts.stream().map(SharedTime.Text::number).distinct().sorted().toList();
        found(numbers);
        return Objects.requireNonNull(transactions.execute(status -> {
            List<Held> held = hold(numbers, lead);
            Map<PhoneNumber, Double> free = held.stream().collect(Collectors.toMap(Held::number, Held::free));
            var time = SharedTime.of(texts, free, held.getFirst().account(), between);
            keep(time, numbers, held.getFirst().at());
            return time.begins().stream()
                    .map(begin -> Duration.ofNanos((long) (begin * 1e9)))
                    .toList();
        }));
    }

    /** The account's row first, then the numbers' in their order: whoever else shares them waits. */
    private List<Held> hold(List<PhoneNumber> numbers, Duration lead) {
        return jdbc.sql(Columns.SOON + """
                        account as materialized (select next_free_at from account_pace where id = 1 for update),
                        held as materialized (
                            select number, next_free_at from sender_pace
                            where number = any(:numbers) and exists (select from account) order by number for update),
                        base as materialized (select clock_timestamp() as at from (select count(*) from held) as all_held)
                        select base.at, held.number,
                            greatest(:lead, extract(epoch from account.next_free_at - base.at)) as account,
                            greatest(:lead, extract(epoch from held.next_free_at - base.at)) as free
                        from base cross join held cross join account cross join soon""")
                .param("numbers", Columns.texts(numbers, PhoneNumber::e164))
                .param("lead", lead.toMillis() / 1000.0)
                .query((row, index) -> new Held(
                        row.getObject("at", OffsetDateTime.class),
                        row.getDouble("account"),
                        new PhoneNumber(row.getString("number")),
                        row.getDouble("free")))
                .list();
    }

    private void keep(SharedTime time, List<PhoneNumber> numbers, OffsetDateTime at) {
        jdbc.sql("""
                        with account as (
                            update account_pace set next_free_at = :at + make_interval(secs => :account) where id = 1)
                        update sender_pace p set next_free_at = :at + make_interval(secs => given.free)
                        from unnest(:numbers::text[], :free::float8[]) as given (number, free) where p.number = given.number""")
                .param("at", at)
                .param("account", time.accountFree())
                .param("numbers", Columns.texts(numbers, PhoneNumber::e164))
                .param("free", numbers.stream().map(time.numbersFree()::get).toArray(Double[]::new))
                .update();
    }

    @Override
    public void rest(PhoneNumber number, Duration pause, String note) {
        stop(number, pause, "", note);
    }

    @Override
    public void stop(PhoneNumber number, Duration pause, String because) {
        stop(number, pause, because, "");
    }

    private void stop(PhoneNumber number, Duration pause, String because, String note) {
        jdbc.sql("""
                        insert into sender_pace (number, stopped_until, stopped_because, rest_note)
                        values (:number, clock_timestamp() + make_interval(secs => :seconds), :because, :note)
                        on conflict (number) do update
                        set stopped_until = greatest(sender_pace.stopped_until, excluded.stopped_until),
                            stopped_because = case
                                when excluded.stopped_because = '' and sender_pace.stopped_until > clock_timestamp()
                                then sender_pace.stopped_because else excluded.stopped_because end,
                            rest_note = excluded.rest_note""")
                .param("number", number.e164())
                .param("seconds", (double) pause.toSeconds())
                .param("because", because)
                .param("note", note)
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
