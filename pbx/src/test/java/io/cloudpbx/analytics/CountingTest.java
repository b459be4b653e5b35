package io.cloudpbx.analytics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cloudpbx.analytics.flow.Span;
import io.cloudpbx.analytics.store.TallyRows;
import io.cloudpbx.calls.CallChanged;
import io.cloudpbx.calls.CallFigures;
import io.cloudpbx.calls.store.CallFigureRows;
import io.cloudpbx.campaigns.store.DeliveryFigureRows;
import io.cloudpbx.dialing.DialedCallChanged;
import io.cloudpbx.dialing.DialedFigures;
import io.cloudpbx.dialing.store.DialedFigureRows;
import io.cloudpbx.figures.FigureSource;
import io.cloudpbx.figures.TimedFigure;
import io.cloudpbx.messaging.store.TextFigureRows;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;

/** Whatever happens, in whatever order it is told and counted: kept figures are what a recount of the rows finds. */
class CountingTest {
    private static final Instant FIRST = Instant.parse("2026-11-01T00:00:00Z");

    private final CountedHouse house = new CountedHouse();
    private final Tallies tallies = house.bean(Tallies.class);
    private final Counting counting = house.bean(Counting.class);
    private final List<FigureSource> sources = List.of(
            house.bean(CallFigureRows.class),
            house.bean(TextFigureRows.class),
            house.bean(DeliveryFigureRows.class),
            house.bean(DialedFigureRows.class));

    @AfterEach
    void close() {
        house.close();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void what_is_kept_is_what_a_recount_finds(long seed) {
        var happenings = new Happenings(house, seed);
        var random = new Random(seed);
        for (int step = 0; step < 500; step++) {
            happenings.next();
            if (random.nextInt(40) == 0) {
                counting.run();
            }
        }
        counting.run();

        assertThat(countedDays()).isGreaterThan(8);
        compareWithRecount(random);
    }

    @Test
    void a_node_that_dies_in_between_leaves_the_day_as_it_was_to_be_counted_by_the_next() {
        var happenings = new Happenings(house, 4);
        var dying = dyingNode();
        for (int step = 0; step < 250; step++) {
            happenings.next();
            if (step % 25 == 24) {
                house.clock().advance(Duration.ofDays(1));
                assertThatThrownBy(dying::run).hasMessage("killed");
                counting.run();
            }
        }
        counting.run();

        compareWithRecount(new Random(4));
    }

    private Counting dyingNode() {
        var killed = new TransactionTemplate(new Killed(house.bean(PlatformTransactionManager.class)));
        return new Counting(sources, house.bean(TallyRows.class), killed, house.clock());
    }

    /** A node that has counted a day, and dies before it can commit. */
    private record Killed(PlatformTransactionManager database) implements PlatformTransactionManager {
        @Override
        public TransactionStatus getTransaction(@Nullable TransactionDefinition definition) {
            return database.getTransaction(definition);
        }

        @Override
        public void commit(TransactionStatus status) {
            database.rollback(status);
            throw new IllegalStateException("killed");
        }

        @Override
        public void rollback(TransactionStatus status) {
            database.rollback(status);
        }
    }

    @Test
    void changes_while_days_are_counted_on_two_nodes_are_not_lost() throws Exception {
        var happenings = new Happenings(house, 5);
        for (int step = 0; step < 200; step++) {
            happenings.next();
        }
        try (var threads = Executors.newFixedThreadPool(3)) {
            Future<?> living = threads.submit(
                    () -> Stream.generate(() -> happenings).limit(400).forEach(Happenings::next));
            var counters = Stream.generate(() -> threads.submit(() -> countWhile(living)))
                    .limit(2)
                    .toList();
            living.get();
            for (var counter : counters) {
                counter.get();
            }
        }
        counting.run();

        compareWithRecount(new Random(5));
    }

    private void countWhile(Future<?> living) {
        while (!living.isDone()) {
            counting.run();
        }
    }

    @Test
    void a_change_of_a_day_that_is_counted_is_seen_after_the_next_round() {
        house.jdbc().sql("""
                        insert into call (id, carrier_id, started_at, news_at, place, outcome, summary)
                        values (gen_random_uuid(), 'CA1', '2026-11-01T12:00:00Z', now(), 'ended', 'voicemail', '')""").update();
        house.clock().advance(Duration.ofDays(2));
        counting.run();
        Span day = new Span(FIRST, FIRST.plus(Duration.ofDays(1)));
        assertThat(tallies.totals(CallFigures.SUBJECT, day).of("ending", "voicemail"))
                .isEqualTo(1);

        house.transaction().executeWithoutResult(status -> {
            var id = house.jdbc()
                    .sql("update call set outcome = 'missed' returning id")
                    .query(UUID.class)
                    .single();
            house.events().publishEvent(new CallChanged(id));
        });
        counting.run();

        assertThat(tallies.totals(CallFigures.SUBJECT, day).of("ending")).isEqualTo(Map.of("missed", 1L));
    }

    /** Days are kept by how their calls ended, so that what counts as missed holds for those that were counted long ago, too. */
    @Test
    void who_was_turned_away_on_a_day_that_is_counted_was_not_missed() {
        for (String outcome : List.of("rejected", "rejected", "missed", "failed", "answered")) {
            house.jdbc().sql("""
                            insert into call (id, carrier_id, started_at, news_at, place, outcome, summary)
                            values (gen_random_uuid(), gen_random_uuid()::text, '2026-11-01T12:00:00Z', now(), 'ended', ?, '')""").param(outcome).update();
        }
        house.clock().advance(Duration.ofDays(2));
        counting.run();
        house.jdbc().sql("delete from call").update();

        Span day = new Span(FIRST, FIRST.plus(Duration.ofDays(1)));
        var ended = CallCounts.of(tallies.totals(CallFigures.SUBJECT, day).of("ending"));
        assertThat(ended).isEqualTo(new CallCounts(5, 1, 0, 0, 2, 0, 2, 0));
        assertThat(CallCounts.of(tallies.course(CallFigures.SUBJECT, day, Duration.ofHours(1)).stream()
                        .collect(Collectors.toMap(TimedFigure::key, TimedFigure::amount))))
                .isEqualTo(ended);
    }

    @Test
    void a_call_from_here_is_counted_by_how_it_ended_and_how_long_the_two_talked_also_when_that_is_known_late() {
        UUID id = new Happenings(house, 7).dialed();
        house.clock().advance(Duration.ofDays(2));
        counting.run();
        Span days = new Span(FIRST, FIRST.plus(Duration.ofDays(2)));
        assertThat(tallies.totals(DialedFigures.SUBJECT, days))
                .isEqualTo(new Totals(Map.of("ending", Map.of("in_progress", 1L))));

        house.transaction().executeWithoutResult(status -> {
            house.jdbc().sql("""
                            update dialed_call set outcome = 'answered', answered_at = created_at + interval '20 seconds',
                                ended_at = created_at + interval '110 seconds' where id = ?""").param(id).update();
            house.events()
                    .publishEvent(new DialedCallChanged(
                            id, null, house.clock().instant().minus(Duration.ofDays(2)), Duration.ofSeconds(90)));
        });
        counting.run();

        assertThat(tallies.totals(DialedFigures.SUBJECT, days))
                .isEqualTo(new Totals(Map.of("ending", Map.of("answered", 1L), "talk", Map.of("seconds", 90L))));
    }

    @Test
    void of_today_nothing_is_kept_and_nothing_is_written_down() {
        var happenings = new Happenings(house, 6);
        for (int step = 0; step < 3; step++) {
            happenings.next();
        }
        counting.run();

        assertThat(countedDays()).isZero();
        assertThat(count("select count(*) from figure_mark")).isZero();
    }

    private int countedDays() {
        return count("select count(distinct day) from figure_counted");
    }

    private int count(String sql) {
        return house.jdbc().sql(sql).query(Integer.class).single();
    }

    private void compareWithRecount(Random random) {
        long quarters = Duration.between(FIRST, house.clock().instant()).toMinutes() / 15 + 1;
        assertThat(count("select count(*) from figure_mark where day <= (select max(day) from figure_counted)"))
                .isZero();
        for (int span = 0; span < 25; span++) {
            long from = random.nextLong(quarters);
            compare(new Span(at(from), at(from + random.nextLong(quarters - from) + 1)));
        }
        compare(new Span(FIRST, at(quarters)));
    }

    private void compare(Span span) {
        for (var source : sources) {
            assertThat(tallies.totals(source.subject(), span))
                    .as("%s in %s", source.subject(), span)
                    .isEqualTo(Totals.of(source.totals(span.from(), span.to()).stream()));
            assertThat(tallies.course(source.subject(), span, Duration.ofMinutes(15)))
                    .containsExactlyInAnyOrderElementsOf(source.byQuarter(span.from(), span.to()));
            assertThat(sum(tallies.course(source.subject(), span, Duration.ofHours(1))))
                    .isEqualTo(sum(source.byQuarter(span.from(), span.to())));
        }
    }

    private static long sum(List<TimedFigure> figures) {
        return figures.stream().mapToLong(TimedFigure::amount).sum();
    }

    private static Instant at(long quarter) {
        return FIRST.plus(Duration.ofMinutes(15 * quarter));
    }
}
