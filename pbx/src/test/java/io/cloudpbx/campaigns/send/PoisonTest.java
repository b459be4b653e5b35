package io.cloudpbx.campaigns.send;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudpbx.campaigns.Delivery;
import io.cloudpbx.campaigns.Delivery.State;
import io.cloudpbx.campaigns.ledger.DeliveryLedger.Leaving;
import io.cloudpbx.campaigns.ledger.ReceiptLedger.Receipt;
import io.cloudpbx.telephony.CarrierId;
import io.cloudpbx.telephony.MessageStatus;
import io.cloudpbx.telephony.PhoneNumber;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.transaction.support.TransactionTemplate;

/** What the database can never keep, as texts with the character 0, among what it can. */
@ExtendWith(OutputCaptureExtension.class)
class PoisonTest {
    private static final UUID CAMPAIGN = new UUID(0, 1);
    private static final Instant NOW = Instant.parse("2026-12-01T18:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    private static final PhoneNumber OURS = new PhoneNumber("+14155550101");
    private static final int PEOPLE = 5;

    private static RealLedgers real;
    private static Ledgers ledgers;

    @BeforeAll
    static void open() {
        real = new RealLedgers();
        ledgers = real.ledgers();
    }

    @AfterAll
    static void close() {
        real.close();
    }

    @BeforeEach
    void leave() {
        real.empty();
        real.setClock(NOW);
        RunningCampaign.of(real.jdbc(), CAMPAIGN, OURS).inviting(PEOPLE, NOW);
        List<Leaving> leaving = ledgers.deliveries().claim(CAMPAIGN, PEOPLE, NOW).stream()
                .map(PoisonTest::leaving)
                .toList();
        assertThat(ledgers.deliveries().leave(leaving, NOW)).hasSize(PEOPLE);
    }

    private static Leaving leaving(Delivery delivery) {
        return new Leaving(delivery, OURS, 1, "token " + delivery.id(), 1, false, SomeEvidence.KEPT);
    }

    @Test
    void an_outcome_that_can_never_be_written_is_a_doubt_and_the_others_are_written(CapturedOutput log)
            throws InterruptedException {
        var outcomes = new Outcomes(
                ledgers.outcomes(),
                ledgers.paces(),
                new PaperStops(new PaperTables(() -> NOW, new Unwatched()), number -> {}),
                ledgers::pauses,
                real.bean(TransactionTemplate.class),
                CLOCK,
                event -> {});
        for (long id = 1; id <= PEOPLE; id++) {
            outcomes.add(
                    leaving(delivery(id)),
                    id == 3
                            ? new Aftermath.NotSent(Duration.ZERO, Aftermath.NO_REST, "busy \0")
                            : new Aftermath.Sent(new CarrierId("SM" + id), MessageStatus.QUEUED));
        }

        outcomes.settleNext(Duration.ZERO);

        assertThat(states()).containsExactly(State.SENT, State.SENT, State.CHECKING, State.SENT, State.SENT);
        assertThat(outcomes.isIdle()).as("nothing is tried for ever").isTrue();
        assertThat(log.toString()).containsOnlyOnce("What became of delivery 3 cannot be written down");
        assertThat(ledgers.receipts().doubts(NOW.plusSeconds(1), NOW, 10))
                .singleElement()
                .satisfies(doubt -> assertThat(doubt.deliveryId()).isEqualTo(3));
    }

    @Test
    void a_receipt_that_can_never_be_written_keeps_no_other_from_it(CapturedOutput log) throws InterruptedException {
        var receipts = new Receipts(
                ledgers.receipts(),
                ledgers.outcomes(),
                new Conclusions(ledgers.receipts(), ledgers.paces(), new Unlearnt(), ledgers::pauses),
                real.bean(TransactionTemplate.class),
                CLOCK,
                event -> {});
        List<CompletableFuture<Boolean>> told = List.of(1L, 2L, 3L, 4L, 5L).stream()
                .map(id -> receipts.take(
                        new Receipt("token " + id, new CarrierId("SM" + id), id == 3 ? "delivered\0" : "delivered", 0)))
                .toList();

        receipts.writeNext(Duration.ZERO);

        assertThat(states())
                .containsExactly(State.DELIVERED, State.DELIVERED, State.SENDING, State.DELIVERED, State.DELIVERED);
        assertThat(told)
                .extracting(CompletableFuture::isCompletedExceptionally)
                .containsExactly(false, false, true, false, false);
        assertThat(log.toString()).containsOnlyOnce("What the carrier says of its text SM3 cannot be written down");
    }

    @Test
    void what_a_node_left_behind_is_in_doubt_but_for_what_cannot_be_written(CapturedOutput log) {
        real.setClock(NOW.plusSeconds(31));
        var leftovers = new Leftovers(ledgers.outcomes(), CLOCK);
        real.jdbc()
                .sql("alter table delivery add constraint poison check (id <> 3 or state <> 'checking')")
                .update();
        try {
            leftovers.run();
            leftovers.run();
        } finally {
            real.jdbc().sql("alter table delivery drop constraint poison").update();
        }

        assertThat(states())
                .containsExactly(State.CHECKING, State.CHECKING, State.SENDING, State.CHECKING, State.CHECKING);
        assertThat(log.toString()).containsOnlyOnce("That attempt token 3 was left behind cannot be written down");

        leftovers.run();
        assertThat(states()).as("nothing stands against it any more").containsOnly(State.CHECKING);
    }

    private static Delivery delivery(long id) {
        return ledgers.deliveries().find(id).orElseThrow();
    }

    private static List<State> states() {
        return List.of(1L, 2L, 3L, 4L, 5L).stream()
                .map(id -> delivery(id).state())
                .toList();
    }
}
