package io.cloudpbx.campaigns.send;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.cloudpbx.campaigns.Campaign;
import io.cloudpbx.campaigns.Delivery.State;
import io.cloudpbx.campaigns.flow.Lifecycle;
import io.cloudpbx.campaigns.ledger.OutcomeLedger;
import io.cloudpbx.campaigns.ledger.ReceiptLedger.Receipt;
import io.cloudpbx.campaigns.send.PaperTables.AttemptRow;
import io.cloudpbx.campaigns.send.PaperTables.DeliveryRow;
import io.cloudpbx.messaging.CarrierErrors;
import io.cloudpbx.messaging.flow.TextKind;
import io.cloudpbx.telephony.CarrierId;
import io.cloudpbx.telephony.PhoneNumber;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.transaction.support.TransactionOperations;

/** What the carrier says of a text that it has taken, where that is about the number it left from. */
class ReceiptsTest {
    private static final Instant NOW = Instant.parse("2026-12-01T18:00:00Z");
    private static final UUID CAMPAIGN = new UUID(0, 1);
    private static final PhoneNumber OURS = new PhoneNumber("+14155550101");

    private Instant now = NOW;
    private final PaperTables tables = new PaperTables(() -> now, new Unwatched());
    private final Ledgers ledgers = Ledgers.onPaper(tables, (number, until) -> {});
    private final Receipts receipts = new Receipts(
            ledgers.receipts(),
            ledgers.outcomes(),
            new Conclusions(ledgers.receipts(), ledgers.paces(), new Learning(), ledgers::pauses),
            TransactionOperations.withoutTransaction(),
            Clock.fixed(NOW, ZoneOffset.UTC),
            event -> {});
    private final List<String> learnt = new ArrayList<>();
    private boolean anyIsRefused;

    @ParameterizedTest
    @CsvSource({"30001, PT10M", "30022, PT10M", "30023, PT1H", "30027, PT14H"})
    void a_number_whose_text_the_carrier_could_not_queue_rests_and_they_are_tried_once_more(int code, Duration rest)
            throws InterruptedException {
        isOnItsWay();

        tells("failed", code);

        assertThat(stoppedUntil()).as("10 in the morning, at the Pacific").isEqualTo(NOW.plus(rest));
        assertThat(row().state).isEqualTo(State.WAITING);
        assertThat(row().sentence).isEqualTo(CarrierErrors.sentence(code) + OutcomeLedger.ONCE_MORE);
        assertThat(ledgers.paces().atFault(List.of(OURS)))
                .as("nobody has to see to it")
                .isEmpty();
        assertThat(learnt).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {30001, 30022, 30023, 30027, 30036})
    void who_was_tried_once_more_in_vain_has_failed(int code) throws InterruptedException {
        isOnItsWay();
        tells("failed", code);
        tables.put(AttemptRow.begun("again", 1, OURS.e164(), NOW));
        tables.change(row(), row -> {
            row.state = State.SENDING;
            row.token = "again";
        });

        receipts.take(new Receipt("again", new CarrierId("SM2"), "undelivered", code));
        receipts.writeNext(Duration.ZERO);

        assertThat(row().state).isEqualTo(State.FAILED);
        assertThat(row().sentence).isEqualTo(CarrierErrors.sentence(code));
    }

    @ParameterizedTest
    @ValueSource(ints = {30032, 30033, 30034, 30035})
    void a_number_that_is_not_registered_rests_for_a_reason_and_everybody_learns_of_it(int code)
            throws InterruptedException {
        isOnItsWay();

        tells("undelivered", code);

        assertThat(stoppedUntil()).isEqualTo(NOW.plusSeconds(3600));
        assertThat(ledgers.paces().atFault(List.of(OURS))).containsExactly(entry(OURS, CarrierErrors.sentence(code)));
        assertThat(learnt).containsExactly(OURS.e164() + " " + code);
        assertThat(row().state).as("they wait for another number").isEqualTo(State.WAITING);
    }

    @Test
    void the_same_of_many_texts_is_learnt_once() throws InterruptedException {
        isOnItsWay();
        for (int text = 0; text < 50; text++) {
            String token = "t" + text;
            tables.put(AttemptRow.begun(token, 1, OURS.e164(), NOW));
            receipts.take(new Receipt(token, new CarrierId("SM9" + text), "undelivered", 30034));
        }
        receipts.writeNext(Duration.ZERO);

        assertThat(learnt).containsExactly(OURS.e164() + " 30034");
    }

    @Test
    void that_a_text_arrived_is_learnt_only_where_something_else_was_believed() throws InterruptedException {
        isOnItsWay();
        tells("delivered", 0);
        assertThat(learnt).isEmpty();

        anyIsRefused = true;
        receipts.take(new Receipt("t", new CarrierId("SM2"), "delivered", 0));
        receipts.writeNext(Duration.ZERO);

        assertThat(learnt).containsExactly(OURS.e164() + " arrived");
    }

    @Test
    void a_suspended_account_pauses_the_campaign_and_costs_nobody_their_text() throws InterruptedException {
        isOnItsWay();

        tells("failed", 30002);

        assertThat(row().state).isEqualTo(State.WAITING);
        Campaign campaign = ledgers.campaigns().find(CAMPAIGN).orElseThrow();
        assertThat(campaign.state()).isEqualTo(Campaign.State.PAUSED);
        assertThat(campaign.why()).startsWith("Your carrier account is suspended.");
        assertThat(stoppedUntil()).isNull();
    }

    @Test
    void old_news_of_a_suspended_account_pauses_nothing_that_somebody_has_resumed() throws InterruptedException {
        isOnItsWay();
        tells("failed", 30002);
        ledgers.campaigns().move(CAMPAIGN, Lifecycle.RESUME, null, NOW);

        tells("failed", 30002);

        assertThat(ledgers.campaigns().find(CAMPAIGN).orElseThrow().state()).isEqualTo(Campaign.State.RUNNING);
    }

    @Test
    void what_is_about_the_recipient_stops_nobody() throws InterruptedException {
        tells("undelivered", 30003);
        tells("delivered", 0);

        assertThat(stoppedUntil()).isNull();
    }

    @Test
    void a_longer_rest_is_not_cut_short() throws InterruptedException {
        tells("failed", 30023);
        tables.put(AttemptRow.begun("t", 1, OURS.e164(), NOW));
        receipts.take(new Receipt("t", new CarrierId("SM2"), "failed", 30001));
        receipts.writeNext(Duration.ZERO);

        assertThat(stoppedUntil()).isEqualTo(NOW.plusSeconds(3600));
    }

    @Test
    void the_same_news_once_more_stops_nobody_again() throws InterruptedException {
        tells("failed", 30001);
        now = NOW.plusSeconds(3600);

        tells("failed", 30001);

        assertThat(stoppedUntil()).isEqualTo(NOW.plusSeconds(600));
    }

    private void isOnItsWay() {
        tables.put(new Campaign(
                CAMPAIGN,
                "Autumn",
                "Hello",
                TextKind.MARKETING,
                Campaign.Policy.AT_MOST_ONCE,
                Campaign.State.RUNNING,
                null,
                List.of(OURS),
                List.of(),
                null,
                NOW,
                "Dana",
                NOW,
                null,
                1));
        var row = new DeliveryRow(1, CAMPAIGN, new PhoneNumber("+12125550104"), NOW);
        row.state = State.SENDING;
        row.token = "t";
        tables.deliveries.put(1L, row);
    }

    private DeliveryRow row() {
        return Objects.requireNonNull(tables.deliveries.get(1L));
    }

    private final class Learning implements Lessons {
        @Override
        public boolean anyIsRefused() {
            return anyIsRefused;
        }

        @Override
        public void arrived(PhoneNumber sender) {
            learnt.add(sender.e164() + " arrived");
        }

        @Override
        public void failed(PhoneNumber sender, int code) {
            learnt.add(sender.e164() + " " + code);
        }
    }

    private void tells(String status, int code) throws InterruptedException {
        tables.put(AttemptRow.begun("t", 1, OURS.e164(), NOW));
        receipts.take(new Receipt("t", new CarrierId("SM1"), status, code));
        receipts.writeNext(Duration.ZERO);
    }

    private @Nullable Instant stoppedUntil() {
        var pace = tables.paces.get(OURS.e164());
        return pace == null ? null : pace.stoppedUntil();
    }
}
