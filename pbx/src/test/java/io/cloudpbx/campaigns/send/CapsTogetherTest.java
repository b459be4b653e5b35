package io.cloudpbx.campaigns.send;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudpbx.campaigns.Delivery;
import io.cloudpbx.campaigns.flow.NumbersDay;
import io.cloudpbx.campaigns.flow.SharedTime;
import io.cloudpbx.campaigns.ledger.DeliveryLedger;
import io.cloudpbx.campaigns.ledger.DeliveryLedger.Leaving;
import io.cloudpbx.campaigns.ledger.OutcomeLedger;
import io.cloudpbx.campaigns.ledger.OutcomeLedger.Not;
import io.cloudpbx.campaigns.ledger.PaceLedger;
import io.cloudpbx.campaigns.store.CampaignRows;
import io.cloudpbx.campaigns.store.DayRows;
import io.cloudpbx.database.DatabaseSlice;
import io.cloudpbx.database.TestDatabase;
import io.cloudpbx.messaging.flow.Verdict;
import io.cloudpbx.telephony.PhoneNumber;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** Two nodes on one database, and what they never pass together: a number's daily cap, and the account's rate. */
class CapsTogetherTest {
    /** Ten in the morning on the Pacific coast. */
    private static final Instant NOW = Instant.parse("2026-12-01T18:00:00Z");

    private static final Instant MIDNIGHT = Instant.parse("2026-12-02T08:00:00Z");
    private static final PhoneNumber ONE = new PhoneNumber("+14155550101");
    private static final PhoneNumber OTHER = new PhoneNumber("+14155550102");
    private static final List<UUID> CAMPAIGNS = List.of(new UUID(9, 1), new UUID(9, 2));
    private static final int PEOPLE = 400;

    private static AnnotationConfigApplicationContext context;
    private static JdbcClient jdbc;
    private static DeliveryLedger deliveries;
    private static OutcomeLedger outcomes;
    private static PaceLedger paces;
    private static DayRows days;

    @ComponentScan(basePackageClasses = CampaignRows.class)
    static class Slice {
        @Bean
        JsonMapper json() {
            return JsonMapper.shared();
        }
    }

    @BeforeAll
    static void open() {
        TestDatabase database = TestDatabase.fresh();
        RealLedgers.stopClock(database.jdbc());
        String url = database.url() + "&options=-c%20search_path=standing,pg_catalog,public";
        context = DatabaseSlice.of(Slice.class, new TestDatabase(url));
        jdbc = context.getBean(JdbcClient.class);
        deliveries = context.getBean(DeliveryLedger.class);
        outcomes = context.getBean(OutcomeLedger.class);
        paces = context.getBean(PaceLedger.class);
        days = context.getBean(DayRows.class);
    }

    @AfterAll
    static void close() {
        context.close();
    }

    @BeforeEach
    void begin() {
        jdbc.sql("truncate campaign, delivery, delivery_attempt, sender_pace, sender_day restart identity cascade")
                .update();
        jdbc.sql("update account_pace set next_free_at = '-infinity'").update();
        itIs(NOW);
        CAMPAIGNS.forEach(CapsTogetherTest::found);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void nodes_that_write_at_once_never_pass_a_numbers_day(int segments) throws Exception {
        days.cap(ONE, OptionalInt.of(100));

        together(() -> leaves(CAMPAIGNS.getFirst(), segments), () -> leaves(CAMPAIGNS.getLast(), segments));

        int most = 100 / segments * segments;
        assertThat(attempted(ONE)).isEqualTo(most);
        assertThat(days.of(List.of(ONE))).containsEntry(ONE, new NumbersDay(100, most, true));
        assertThat(attempted(OTHER)).as("who has no cap goes on").isGreaterThan(100);
        assertThat(free()).containsExactly(OTHER);
    }

    @Test
    void the_next_day_begins_at_midnight_on_the_pacific_coast_and_nothing_leaves_on_its_edge() {
        days.cap(ONE, OptionalInt.of(2));
        assertThat(leaveOnce(CAMPAIGNS.getFirst(), 1)).isEqualTo(2);
        assertThat(free()).containsExactly(OTHER);

        itIs(MIDNIGHT.minusSeconds(5));
        assertThat(free()).containsExactly(OTHER);
        itIs(MIDNIGHT.plusSeconds(1));

        assertThat(days.of(List.of(ONE))).containsEntry(ONE, new NumbersDay(2, 0, false));
        assertThat(free()).containsExactly(ONE, OTHER);
        itIs(MIDNIGHT.plus(Duration.ofDays(1)).minusSeconds(5));
        assertThat(free())
                .as("what is written down now would be counted by another day")
                .containsExactly(OTHER);
        assertThat(leaveOnce(CAMPAIGNS.getFirst(), 1)).isZero();
        assertThat(attempted(ONE)).isEqualTo(2);
    }

    @Test
    void a_text_for_which_too_little_is_left_has_its_number_rest() {
        days.cap(ONE, OptionalInt.of(5));

        assertThat(leaveOnce(CAMPAIGNS.getFirst(), 2)).isEqualTo(2);

        assertThat(days.of(List.of(ONE))).containsEntry(ONE, new NumbersDay(5, 4, true));
        assertThat(free()).containsExactly(OTHER);
    }

    @Test
    void what_was_sent_before_there_was_a_cap_counts_and_a_higher_one_lets_it_go_on() {
        assertThat(leaveOnce(CAMPAIGNS.getFirst(), 1)).isEqualTo(8);

        days.cap(ONE, OptionalInt.of(8));

        assertThat(days.of(List.of(ONE))).containsEntry(ONE, new NumbersDay(8, 8, true));
        assertThat(leaveOnce(CAMPAIGNS.getFirst(), 1)).isZero();
        days.cap(ONE, OptionalInt.of(9));
        assertThat(free()).containsExactly(ONE, OTHER);
        assertThat(leaveOnce(CAMPAIGNS.getFirst(), 1)).isEqualTo(1);
        days.cap(ONE, OptionalInt.of(3));
        assertThat(days.of(List.of(ONE))).containsEntry(ONE, new NumbersDay(3, 9, true));
        days.cap(ONE, OptionalInt.empty());
        assertThat(leaveOnce(CAMPAIGNS.getFirst(), 1)).isEqualTo(8);
    }

    @Test
    void what_does_not_leave_is_not_counted() {
        days.cap(ONE, OptionalInt.of(100));
        jdbc.sql("update campaign set state = 'paused'").update();
        List<Delivery> claimed = deliveries.claim(CAMPAIGNS.getFirst(), 4, NOW);

        assertThat(deliveries.leave(leaving(claimed, ONE, 30), NOW)).isEmpty();

        assertThat(days.of(List.of(ONE))).containsEntry(ONE, new NumbersDay(100, 0, false));
    }

    @Test
    void what_certainly_was_not_sent_is_taken_back_from_its_own_day() {
        days.cap(ONE, OptionalInt.of(3));
        List<Leaving> leaving = leaving(deliveries.claim(CAMPAIGNS.getFirst(), 3, NOW), ONE, 1);
        deliveries.leave(leaving, NOW);
        assertThat(free()).containsExactly(OTHER);

        outcomes.not(
                List.of(
                        Not.sent(leaving.get(0).token(), NOW, "It was not sent in time."),
                        Not.refused(leaving.get(1).token(), 21211, "There is no such number.")),
                NOW);
        assertThat(days.of(List.of(ONE))).containsEntry(ONE, new NumbersDay(3, 2, false));
        outcomes.not(List.of(Not.sent(leaving.get(0).token(), NOW, "It was not sent in time.")), NOW);
        assertThat(days.of(List.of(ONE)))
                .as("news of it that come twice")
                .containsEntry(ONE, new NumbersDay(3, 2, false));
        itIs(MIDNIGHT.plusSeconds(1));
        deliveries.leave(leaving(deliveries.claim(CAMPAIGNS.getFirst(), 1, NOW), ONE, 1), NOW);
        outcomes.not(List.of(Not.sent(leaving.get(2).token(), NOW, "It was not sent in time.")), NOW);

        assertThat(days.of(List.of(ONE))).as("what was of yesterday").containsEntry(ONE, new NumbersDay(3, 1, false));
    }

    @Test
    void whoever_opts_out_just_before_their_text_leaves_counts_for_no_numbers_day() {
        days.cap(ONE, OptionalInt.of(2));
        List<Leaving> leaving = leaving(deliveries.claim(CAMPAIGNS.getFirst(), 2, NOW), ONE, 1);
        deliveries.leave(leaving, NOW);
        assertThat(free()).containsExactly(OTHER);

        outcomes.not(List.of(Not.skipped(leaving.getFirst().token(), "opted_out", "They have opted out.")), NOW);

        assertThat(days.of(List.of(ONE))).containsEntry(ONE, new NumbersDay(2, 1, false));
        assertThat(free()).containsExactly(ONE, OTHER);
        assertThat(deliveries.find(leaving.getFirst().delivery().id()))
                .hasValueSatisfying(skipped -> assertThat(skipped.state()).isEqualTo(Delivery.State.SKIPPED));
    }

    @Test
    void a_text_with_pictures_is_one_segment_of_a_day() {
        days.cap(ONE, OptionalInt.of(3));

        assertThat(leaveOnce(CAMPAIGNS.getFirst(), 0)).isEqualTo(3);
    }

    /** Of numbers that they share, and each of its own, of which only the account keeps them apart. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void nodes_and_campaigns_that_plan_at_once_share_the_accounts_rate(boolean sameNumbers) throws Exception {
        double between = 0.04;
        List<PhoneNumber> ones = sameNumbers ? List.of(ONE, OTHER, ONE, OTHER) : List.of(ONE, ONE, ONE, ONE);
        List<PhoneNumber> others = sameNumbers ? ones : List.of(OTHER, OTHER, OTHER, OTHER);
        var round = new CyclicBarrier(2);
        List<Duration> begins = new ArrayList<>();
        Map<PhoneNumber, List<Duration>> byNumber = new HashMap<>();

        for (List<Planned> node : together(() -> plans(ones, between, round), () -> plans(others, between, round))) {
            node.forEach(each -> {
                begins.add(each.begin());
                byNumber.computeIfAbsent(each.number(), same -> new ArrayList<>())
                        .add(each.begin());
            });
        }

        assertThat(begins).hasSize(2 * 30 * 4);
        assertThat(closest(begins)).isGreaterThan(between - 1e-5);
        byNumber.values().forEach(each -> assertThat(closest(each)).isGreaterThan(0.1 - 1e-5));
        assertThat(paces.freeWithin(List.of(ONE, OTHER), Duration.ofSeconds(1)))
                .as("nobody plans while the account is busy for so long")
                .isEmpty();
        assertThat(paces.freeWithin(List.of(ONE, OTHER), Duration.ofMinutes(1))).hasSize(2);
    }

    private record Planned(PhoneNumber number, Duration begin) {}

    /** By a clock that stands still, so that all waits are from one instant. */
    private static List<Planned> plans(List<PhoneNumber> numbers, double between, CyclicBarrier together)
            throws Exception {
        List<Planned> planned = new ArrayList<>();
        List<SharedTime.Text> texts = numbers.stream()
                .map(number -> new SharedTime.Text(number, 0, 0.1))
                .toList();
        for (int round = 0; round < 30; round++) {
            together.await();
            List<Duration> waits = paces.reserve(texts, between, Duration.ofMillis(200));
            for (int place = 0; place < texts.size(); place++) {
                planned.add(new Planned(texts.get(place).number(), waits.get(place)));
            }
        }
        return planned;
    }

    private static double closest(List<Duration> begins) {
        List<Double> sorted =
                begins.stream().map(begin -> begin.toNanos() / 1e9).sorted().toList();
        return IntStream.range(1, sorted.size())
                .mapToDouble(place -> sorted.get(place) - sorted.get(place - 1))
                .min()
                .orElseThrow();
    }

    /** As long as there is anybody. @return how many left */
    private static int leaves(UUID campaign, int segments) {
        int left = 0;
        for (int round = 0; round < 40; round++) {
            left += leaveOnce(campaign, segments);
        }
        return left;
    }

    /** Eight of the one number, and four of the other. @return how many left of the first */
    private static int leaveOnce(UUID campaign, int segments) {
        List<Delivery> claimed = deliveries.claim(campaign, 12, NOW);
        List<Leaving> ones = leaving(claimed.subList(0, Math.min(8, claimed.size())), ONE, segments);
        List<Leaving> others = leaving(claimed.subList(ones.size(), claimed.size()), OTHER, segments);
        var left =
                deliveries.leave(Stream.concat(ones.stream(), others.stream()).toList(), NOW);
        deliveries.stay(
                Stream.concat(ones.stream(), others.stream())
                        .filter(each -> !left.contains(each.token()))
                        .map(each -> new DeliveryLedger.Staying(each.delivery(), NOW, "", ""))
                        .toList(),
                NOW);
        return (int) ones.stream().filter(each -> left.contains(each.token())).count();
    }

    private static List<Leaving> leaving(List<Delivery> claimed, PhoneNumber sender, int segments) {
        return claimed.stream()
                .map(delivery -> new Leaving(
                        delivery,
                        sender,
                        segments,
                        UUID.randomUUID().toString(),
                        Verdict.Send.UNLIMITED,
                        false,
                        SomeEvidence.KEPT))
                .toList();
    }

    private static long attempted(PhoneNumber sender) {
        return jdbc.sql("""
                        select coalesce(sum(d.segments), 0) from delivery_attempt a join delivery d on d.id = a.delivery_id
                        where a.sender = :sender""").param("sender", sender.e164()).query(Long.class).single();
    }

    private static List<PhoneNumber> free() {
        return List.copyOf(
                paces.freeWithin(List.of(ONE, OTHER), Duration.ofSeconds(1)).keySet());
    }

    private static void itIs(Instant now) {
        jdbc.sql("update standing.clock set at = :now::timestamptz")
                .param("now", now.toString())
                .update();
    }

    private static <T> List<T> together(Callable<T> one, Callable<T> other)
            throws InterruptedException, ExecutionException {
        try (var nodes = Executors.newVirtualThreadPerTaskExecutor()) {
            List<T> came = new ArrayList<>();
            for (Future<T> node : nodes.invokeAll(List.of(one, other))) {
                came.add(node.get());
            }
            return came;
        }
    }

    private static void found(UUID id) {
        RunningCampaign.of(jdbc, id, ONE, OTHER).inviting(PEOPLE, NOW);
    }
}
