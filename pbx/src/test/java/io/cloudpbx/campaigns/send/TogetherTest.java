package io.cloudpbx.campaigns.send;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.cloudpbx.campaigns.Course;
import io.cloudpbx.campaigns.Delivery;
import io.cloudpbx.campaigns.ledger.CampaignLedger;
import io.cloudpbx.campaigns.ledger.DeliveryLedger;
import io.cloudpbx.campaigns.ledger.DeliveryLedger.Leaving;
import io.cloudpbx.campaigns.ledger.DeliveryLedger.Staying;
import io.cloudpbx.campaigns.ledger.OutcomeLedger;
import io.cloudpbx.campaigns.ledger.OutcomeLedger.Known;
import io.cloudpbx.campaigns.ledger.PaceLedger;
import io.cloudpbx.campaigns.store.CampaignRows;
import io.cloudpbx.database.DatabaseSlice;
import io.cloudpbx.database.TestDatabase;
import io.cloudpbx.messaging.Handed;
import io.cloudpbx.messaging.flow.TextKind;
import io.cloudpbx.telephony.CarrierId;
import io.cloudpbx.telephony.MessageStatus;
import io.cloudpbx.telephony.PhoneNumber;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** What several nodes write at the same instant. */
class TogetherTest {
    private static final Instant NOW = Instant.parse("2026-12-01T18:00:00Z");
    private static final PhoneNumber OURS = new PhoneNumber("+14155550101");
    private static final int PEOPLE = 90;
    private static final int AT_ONCE = 10;

    private static AnnotationConfigApplicationContext context;
    private static JdbcClient jdbc;
    private static DeliveryLedger deliveries;
    private static OutcomeLedger outcomes;
    private static CampaignLedger campaigns;
    private static TransactionTemplate transactions;

    @ComponentScan(basePackageClasses = CampaignRows.class)
    static class Slice {
        @Bean
        JsonMapper json() {
            return JsonMapper.shared();
        }
    }

    @BeforeAll
    static void open() {
        context = DatabaseSlice.of(Slice.class, TestDatabase.fresh());
        jdbc = context.getBean(JdbcClient.class);
        deliveries = context.getBean(DeliveryLedger.class);
        outcomes = context.getBean(OutcomeLedger.class);
        campaigns = context.getBean(CampaignLedger.class);
        transactions = context.getBean(TransactionTemplate.class);
    }

    @AfterAll
    static void close() {
        context.close();
    }

    @BeforeEach
    void empty() {
        jdbc.sql("truncate campaign, delivery, delivery_attempt, delivery_news, sender_pace restart identity cascade")
                .update();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void campaigns_that_leave_at_the_same_instant_text_nobody_more_often_than_a_day_allows(int mostADay)
            throws Exception {
        List<UUID> campaigns = IntStream.rangeClosed(0, mostADay)
                .mapToObj(TogetherTest::campaign)
                .toList();
        Map<PhoneNumber, Integer> texted = new HashMap<>();

        for (int round = 0; round < PEOPLE / AT_ONCE; round++) {
            List<List<Leaving>> leaving = campaigns.stream()
                    .map(campaign -> deliveries.claim(campaign, AT_ONCE, NOW))
                    .map(claimed -> claimed.stream()
                            .map(delivery -> new Leaving(
                                    delivery, OURS, 1, "token " + delivery.id(), mostADay, true, SomeEvidence.KEPT))
                            .toList())
                    .toList();
            leaveTogether(leaving).forEach(each -> texted.merge(each.delivery().to(), 1, Integer::sum));
        }

        assertThat(texted)
                .hasSize(PEOPLE)
                .allSatisfy((person, times) -> assertThat(times).isEqualTo(mostADay));
    }

    /** @return those who left */
    private static List<Leaving> leaveTogether(List<List<Leaving>> all) {
        var start = new CyclicBarrier(all.size());
        List<CompletableFuture<Set<String>>> left = all.stream()
                .map(leaving -> beside(() -> {
                    start.await();
                    return deliveries.leave(leaving, NOW);
                }))
                .toList();
        Set<String> tokens = new HashSet<>();
        left.forEach(each -> tokens.addAll(each.join()));
        return all.stream()
                .flatMap(List::stream)
                .filter(each -> tokens.contains(each.token()))
                .toList();
    }

    @Test
    void whoever_cancels_and_whoever_puts_off_do_not_wait_for_each_other() throws Exception {
        UUID campaign = campaign(0);
        List<Delivery> claimed = deliveries.claim(campaign, AT_ONCE, NOW);
        List<Staying> backwards = claimed.reversed().stream()
                .map(delivery -> new Staying(delivery, NOW.plusSeconds(60), "quiet_hours", "It is late."))
                .toList();

        try (var held = held("delivery", claimed.get(AT_ONCE / 2).id())) {
            var stays = beside(() -> {
                deliveries.stay(backwards, NOW);
                return true;
            });
            held.awaitWaiting(1);
            var cancels = beside(() -> {
                deliveries.cancel(campaign, NOW);
                return true;
            });
            held.awaitWaiting(2);
            held.close();

            assertThat(stays.join()).isTrue();
            assertThat(cancels.join()).isTrue();
        }
        assertThat(jdbc.sql("select distinct state from delivery")
                        .query(String.class)
                        .list())
                .containsExactly("canceled");
    }

    @Test
    void whoever_settles_requests_and_the_carriers_news_do_not_wait_for_each_other() throws Exception {
        List<Leaving> leaving = deliveries.claim(campaign(0), 2, NOW).stream()
                .map(delivery -> new Leaving(delivery, OURS, 1, "token " + delivery.id(), 1, true, SomeEvidence.KEPT))
                .toList();
        deliveries.leave(leaving, NOW);
        var settling = new Outcomes(
                outcomes,
                context.getBean(PaceLedger.class),
                new PaperStops(new PaperTables(() -> NOW, new Unwatched()), number -> {}),
                (campaign, why) -> {},
                context.getBean(TransactionTemplate.class),
                Clock.fixed(NOW, ZoneOffset.UTC),
                event -> {});
        settling.add(leaving.getLast(), new Aftermath.OptedOut());
        settling.add(leaving.getFirst(), Aftermath.of(new Handed.TooLate(), 1));

        try (var held = held("delivery", leaving.getFirst().delivery().id())) {
            var news = beside(() -> {
                outcomes.known(leaving.stream().map(TogetherTest::delivered).toList(), NOW);
                return true;
            });
            held.awaitWaiting(1);
            var settles = beside(() -> {
                settling.settleNext(Duration.ZERO);
                return true;
            });
            held.awaitWaiting(2);
            held.close();

            assertThat(news.join()).isTrue();
            assertThat(settles.join()).isTrue();
        }
    }

    /** As it is while somebody brings it a long list, or cancels a million. */
    @Test
    void a_campaign_that_somebody_holds_keeps_no_other_from_beginning_and_begins_when_it_is_free() throws Exception {
        UUID held = in("scheduled", campaign(0));
        UUID other = in("scheduled", campaign(1));

        try (var holder = held("campaign", held)) {
            assertThat(passing(() -> campaigns.begin(NOW))).containsExactly(other);
            holder.close();
        }

        assertThat(campaigns.begin(NOW)).containsExactly(held);
    }

    @Test
    void a_campaign_that_somebody_holds_keeps_no_other_from_going_on_and_goes_on_when_it_is_free() throws Exception {
        UUID held = in("done", campaign(0));
        UUID other = in("done", campaign(1));

        try (var holder = held("campaign", held)) {
            assertThat(passing(() -> campaigns.goOn(NOW.minusSeconds(60)))).containsExactly(other);
            holder.close();
        }

        assertThat(campaigns.goOn(NOW.minusSeconds(60))).containsExactly(held);
    }

    @ParameterizedTest
    @CsvSource({"false, done", "true, paused"})
    void whoever_goes_round_does_not_wait_for_a_campaign_that_somebody_holds_and_comes_by_again(
            boolean halts, String then) throws Exception {
        UUID held = campaign(0);
        if (!halts) {
            deliveries.cancel(held, NOW);
        }
        Work<Boolean> round = () -> {
            transactions.executeWithoutResult(transaction -> goRound(held, halts));
            return true;
        };

        try (var holder = held("campaign", held)) {
            assertThat(passing(round)).isTrue();
            assertThat(state(held)).isEqualTo("running");
            holder.close();
        }

        round.done();
        assertThat(state(held)).isEqualTo(then);
    }

    private static void goRound(UUID campaign, boolean halts) {
        var course = new Course(campaigns, deliveries, Clock.fixed(NOW, ZoneOffset.UTC), event -> {});
        if (halts) {
            course.halt(campaign, "The day's money is spent.");
        } else {
            course.endIfOver(campaign);
        }
    }

    /** What comes of it beside whoever holds something: if it waited for them, nothing would. */
    private static <T> T passing(Work<T> work) {
        CompletableFuture<T> done = beside(work);
        await().until(done::isDone);
        return done.join();
    }

    private static UUID in(String state, UUID campaign) {
        jdbc.sql(
                        "update campaign set state = :state, starts_at = :now::timestamptz, ended_at = :now::timestamptz where id = :id")
                .param("state", state)
                .param("now", NOW.toString())
                .param("id", campaign)
                .update();
        return campaign;
    }

    private static String state(UUID campaign) {
        return jdbc.sql("select state from campaign where id = :id")
                .param("id", campaign)
                .query(String.class)
                .single();
    }

    private static Known delivered(Leaving leaving) {
        var id = new CarrierId("SM" + leaving.delivery().id());
        return new Known(leaving.token(), id, MessageStatus.DELIVERED, 0, "");
    }

    /** To the same people as all others. */
    private static UUID campaign(int number) {
        var id = new UUID(7, number);
        TextKind kind = number % 2 == 0 ? TextKind.MARKETING : TextKind.INFORMATIONAL;
        RunningCampaign.of(jdbc, id, kind, OURS).inviting(PEOPLE, NOW);
        return id;
    }

    private static HeldRow held(String table, Object id) throws SQLException {
        return new HeldRow(context.getBean(DataSource.class), table, id);
    }

    private interface Work<T> {
        T done() throws Exception;
    }

    private static <T> CompletableFuture<T> beside(Work<T> work) {
        var done = new CompletableFuture<T>();
        Thread.ofVirtual().start(() -> {
            try {
                done.complete(work.done());
            } catch (Throwable failed) {
                done.completeExceptionally(failed);
            }
        });
        return done;
    }
}
