package io.cloudpbx.campaigns.send;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudpbx.campaigns.ledger.DeliveryLedger;
import io.cloudpbx.campaigns.ledger.DeliveryLedger.Leaving;
import io.cloudpbx.campaigns.ledger.OutcomeLedger;
import io.cloudpbx.campaigns.ledger.OutcomeLedger.Known;
import io.cloudpbx.campaigns.store.CampaignRows;
import io.cloudpbx.campaigns.store.PersonRows;
import io.cloudpbx.database.DatabaseSlice;
import io.cloudpbx.database.TestDatabase;
import io.cloudpbx.telephony.CarrierId;
import io.cloudpbx.telephony.MessageStatus;
import io.cloudpbx.telephony.PhoneNumber;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** People who are forgotten while a campaign is being sent to them. */
class ForgottenTest {
    private static final Instant NOW = Instant.parse("2026-12-01T18:00:00Z");
    private static final PhoneNumber OURS = new PhoneNumber("+14155550101");
    private static final UUID CAMPAIGN = new UUID(7, 0);
    private static final UUID PERSON = new UUID(9, 9);

    private static final ExecutorService besides = Executors.newVirtualThreadPerTaskExecutor();
    private static AnnotationConfigApplicationContext context;
    private static JdbcClient jdbc;
    private static DeliveryLedger deliveries;
    private static OutcomeLedger outcomes;
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
        transactions = context.getBean(TransactionTemplate.class);
    }

    @AfterAll
    static void close() {
        besides.close();
        context.close();
    }

    @BeforeEach
    void begin() {
        jdbc.sql("truncate campaign, delivery, delivery_attempt, delivery_news restart identity cascade")
                .update();
        RunningCampaign.of(jdbc, CAMPAIGN, OURS).inviting(3, NOW);
    }

    @Test
    void whoever_forgets_a_person_and_whoever_writes_down_what_became_of_them_do_not_wait_for_each_other()
            throws Exception {
        List<Leaving> leaving = leaving(1);
        deliveries.leave(leaving, NOW);
        outcomes.known(List.of(sent(leaving.getFirst())), NOW);
        Long delivery = leaving.getFirst().delivery().id();

        try (var held = new HeldRow(context.getBean(DataSource.class), "delivery", delivery)) {
            var news = CompletableFuture.runAsync(
                    () -> outcomes.known(List.of(expired(leaving.getFirst())), NOW), besides);
            held.awaitWaiting(1);
            var forgets = CompletableFuture.supplyAsync(
                    () -> transactions.execute(
                            status -> forget(leaving.getFirst().delivery().to())),
                    besides);
            held.awaitWaiting(2);
            held.close();

            news.join();
            assertThat(forgets.join()).containsExactly(new PersonRows.Held(delivery, false));
        }
        assertThat(deliveries.find(delivery)).isEmpty();
        assertThat(left("delivery_attempt")).isZero();
    }

    @Test
    void whoever_leaves_while_they_are_forgotten_is_forgotten_later() throws Exception {
        List<Leaving> leaving = leaving(2);
        Long delivery = leaving.getFirst().delivery().id();
        PhoneNumber person = leaving.getFirst().delivery().to();

        try (var held = new HeldRow(context.getBean(DataSource.class), "delivery", delivery)) {
            var leaves = CompletableFuture.supplyAsync(() -> deliveries.leave(leaving, NOW), besides);
            held.awaitWaiting(1);
            var forgets = CompletableFuture.supplyAsync(() -> transactions.execute(status -> forget(person)), besides);
            held.awaitWaiting(2);
            held.close();

            assertThat(leaves.join()).hasSize(2);
            assertThat(forgets.join()).containsExactly(new PersonRows.Held(delivery, true));
        }
        assertThat(context.getBean(PersonRows.class).holdEnded())
                .as("it is on its way")
                .isEmpty();
        outcomes.known(List.of(sent(leaving.getFirst())), NOW);
        assertThat(context.getBean(PersonRows.class).holdEnded())
                .containsExactly(new PersonRows.Ended(delivery, PERSON));
    }

    /** As the listener does it that is told of a deletion. */
    private static List<PersonRows.Held> forget(PhoneNumber person) {
        var rows = context.getBean(PersonRows.class);
        List<PersonRows.Held> held = rows.hold(List.of(person));
        rows.forgetLater(ids(held, true), PERSON);
        rows.forget(ids(held, false));
        return held;
    }

    private static List<Long> ids(List<PersonRows.Held> held, boolean onItsWay) {
        return held.stream()
                .filter(each -> each.onItsWay() == onItsWay)
                .map(PersonRows.Held::id)
                .toList();
    }

    private static long left(String table) {
        return jdbc.sql("select count(*) from " + table).query(Long.class).single();
    }

    private static List<Leaving> leaving(int most) {
        return deliveries.claim(CAMPAIGN, most, NOW).stream()
                .map(delivery -> new Leaving(delivery, OURS, 1, "token " + delivery.id(), 1, false, SomeEvidence.KEPT))
                .toList();
    }

    private static Known sent(Leaving leaving) {
        var id = new CarrierId("SM" + leaving.delivery().id());
        return new Known(leaving.token(), id, MessageStatus.SENT, 0, "");
    }

    /** Of which the attempt is written anew too. */
    private static Known expired(Leaving leaving) {
        var id = new CarrierId("SM" + leaving.delivery().id());
        return new Known(leaving.token(), id, MessageStatus.FAILED, 30036, "Its time was over.");
    }
}
