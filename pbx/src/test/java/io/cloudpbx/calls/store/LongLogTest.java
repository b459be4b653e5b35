package io.cloudpbx.calls.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudpbx.calls.Call;
import io.cloudpbx.calls.CallFilter;
import io.cloudpbx.calls.CallFilter.Meant;
import io.cloudpbx.calls.store.LogRows.Bounds;
import io.cloudpbx.database.TestDatabase;
import io.cloudpbx.listing.Cursor;
import io.cloudpbx.listing.Stretch;
import io.cloudpbx.telephony.PhoneNumber;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.transaction.support.TransactionTemplate;

/** A log that is far longer than what one look may go through: everything is found once, and no look reads more than it may. */
class LongLogTest {
    private static final int CALLS = Integer.getInteger("calls", 40_000);
    private static final int CALLERS = CALLS / 20;
    private static final int PAGE = 100;

    /** For the end of a look, and for what it finds. */
    private static final long TWICE = 2;

    private static final int MOST = 20 * PAGE;

    private static final Instant FIRST = Instant.parse("2025-01-01T00:00:00Z");
    private static final Bounds BOUNDS =
            Integer.getInteger("calls") == null ? new Bounds(1_000, 100, 5) : new Bounds(100_000, 10_000, 500);

    private static final SingleConnectionDataSource CONNECTION =
            new SingleConnectionDataSource(TestDatabase.fresh().url(), true);
    private static final JdbcClient JDBC = JdbcClient.create(CONNECTION);

    private static final TransactionTemplate TRANSACTION =
            new TransactionTemplate(new DataSourceTransactionManager(CONNECTION));

    private final LogRows rows = new LogRows(JDBC, BOUNDS);

    /** One every ten seconds. Extension 3 is never busy, every thousandth caller is turned away, every 2000th call is recorded. */
    @BeforeAll
    static void many() {
        JDBC.sql("""
                        insert into extension (id, ext, name, department, email, created_at)
                        select ('00000000-0000-0000-0001-' || lpad(n::text, 12, '0'))::uuid, '1' || n, 'Dana', '', '', now()
                        from generate_series(10, 19) n""").update();
        JDBC.sql("""
                        insert into call (id, carrier_id, from_e164, to_e164, started_at, ended_at, news_at, place, outcome,
                            extension_id, summary)
                        select gen_random_uuid(), 'CA' || n, '+1' || (2125550000 + n % :callers), '+1833555010' || n % 5,
                            :first + n * interval '10 seconds', :first + n * interval '10 seconds', :first, 'ended',
                            case when n % 1000 = 0 then 'rejected' when n % 10 = 3 then 'missed' else 'answered' end,
                            ('00000000-0000-0000-0001-' || lpad((10 + n % 10)::text, 12, '0'))::uuid, ''
                        from generate_series(1, :calls) n""")
                .param("calls", CALLS)
                .param("callers", CALLERS)
                .param("first", FIRST.atOffset(ZoneOffset.UTC))
                .update();
        JDBC.sql("insert into caller select distinct from_e164 from call").update();
        JDBC.sql("""
                        insert into call_tape (id, call_id, part, announced, wanted_at, state, blob_key)
                        select gen_random_uuid(), id, 1, '', started_at + interval '20 seconds', 'stored', ''
                        from call where substr(carrier_id, 3)::int % 50 = 7""").update();
        JDBC.sql("vacuum analyze").update();
    }

    @AfterAll
    static void close() {
        CONNECTION.destroy();
    }

    static Stream<Arguments> whatIsAskedFor() {
        CallFilter all = new CallFilter(null, null, null, null, false, null, null, null);
        return Stream.of(
                asked("one outcome", outcome("rejected"), "outcome = 'rejected'"),
                asked("one person", extension(12), "extension_id = '" + person(12) + "'"),
                asked("nobody ended like that", both(13, "answered"), "false"),
                asked(
                        "rare of both",
                        both(10, "rejected"),
                        "outcome = 'rejected' and extension_id = '" + person(10) + "'"),
                asked("a number and an outcome", number(), "to_e164 = '+18335550103' and outcome = 'missed'"),
                asked("a caller", digits("2125550017"), "from_e164 like '%2125550017%'"),
                asked("no caller", digits("99887766"), "false"),
                asked("many callers", digits("5550"), "from_e164 like '%5550%'"),
                asked("recorded", recorded(null), "id in (select call_id from call_tape)"),
                asked(
                        "recorded and missed",
                        recorded("missed"),
                        "outcome = 'missed' and id in (select call_id from call_tape)"),
                asked(
                        "a day",
                        new CallFilter(null, null, null, null, false, at(1000), at(1050), null),
                        "started_at >= '" + at(1000) + "' and started_at < '" + at(1050) + "'"),
                asked(
                        "somebody inside or outside",
                        inside(),
                        "extension_id = '" + person(13) + "' or from_e164 = '+12125550017'"),
                asked("all", all, "true"));
    }

    private static Arguments asked(String name, CallFilter filter, String where) {
        return Arguments.of(name, filter, where);
    }

    private static CallFilter outcome(String outcome) {
        return new CallFilter(null, outcome, null, null, false, null, null, null);
    }

    private static CallFilter extension(int number) {
        return new CallFilter(null, null, List.of(person(number)), null, false, null, null, null);
    }

    private static CallFilter both(int number, String outcome) {
        return new CallFilter(null, outcome, List.of(person(number)), null, false, null, null, null);
    }

    private static CallFilter number() {
        return new CallFilter(null, "missed", null, new PhoneNumber("+18335550103"), false, null, null, null);
    }

    private static CallFilter recorded(@Nullable String outcome) {
        return new CallFilter(null, outcome, null, null, true, null, null, null);
    }

    private static CallFilter digits(String digits) {
        return meant(new Meant(digits, List.of(), List.of()));
    }

    private static CallFilter inside() {
        return meant(new Meant("", List.of(new PhoneNumber("+12125550017")), List.of(person(13))));
    }

    private static CallFilter meant(Meant meant) {
        return new CallFilter(null, null, null, null, false, null, null, meant);
    }

    private static UUID person(int number) {
        return new UUID(0, 0x0001_0000_0000_0000L + (number / 10) * 16L + number % 10);
    }

    private static Instant at(int call) {
        return FIRST.plus(Duration.ofSeconds(call * 10L));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("whatIsAskedFor")
    void everything_is_found_once_and_no_look_reads_more_than_it_may(
            String name, CallFilter filter, String where, TestReporter reporter) {
        List<UUID> found = new ArrayList<>();
        long longest = 0;
        int looks = 0;
        @Nullable Cursor after = null;
        do {
            long start = System.nanoTime();
            long before = read();
            Stretch<Call> look = look(filter, after);
            assertThat(read() - before).as(name).isLessThanOrEqualTo(TWICE * (BOUNDS.calls() + PAGE));
            longest = Math.max(longest, System.nanoTime() - start);
            look.items().forEach(call -> found.add(call.id()));
            after = look.items().size() == PAGE
                    ? new Cursor(
                            look.items().getLast().startedAt(),
                            look.items().getLast().id())
                    : look.lookedTo();
            looks++;
        } while (after != null && found.size() < MOST);
        reporter.publishEntry(name, looks + " looks, the longest " + longest / 1_000_000 + " ms");

        assertThat(found.stream().limit(MOST))
                .containsExactlyElementsOf(JDBC.sql(
                                "select id from call where " + where + " order by started_at desc, id desc limit :most")
                        .param("most", MOST)
                        .query((row, index) -> row.getObject("id", UUID.class))
                        .list());
    }

    private Stretch<Call> look(CallFilter filter, @Nullable Cursor after) {
        return Objects.requireNonNull(TRANSACTION.execute(status -> rows.newest(filter, after, PAGE)));
    }

    /** Rows that were read on this connection so far, by index or without. */
    private static long read() {
        JDBC.sql("select pg_stat_force_next_flush()").query((row, index) -> 0).list();
        return JDBC.sql("select seq_tup_read + idx_tup_fetch from pg_stat_user_tables where relname = 'call'")
                .query(Long.class)
                .single();
    }
}
