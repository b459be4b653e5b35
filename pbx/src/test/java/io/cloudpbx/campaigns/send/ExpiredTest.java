package io.cloudpbx.campaigns.send;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudpbx.campaigns.Delivery;
import io.cloudpbx.campaigns.Delivery.State;
import io.cloudpbx.campaigns.flow.Lifecycle;
import io.cloudpbx.campaigns.ledger.DeliveryLedger.Leaving;
import io.cloudpbx.campaigns.ledger.OutcomeLedger;
import io.cloudpbx.campaigns.ledger.OutcomeLedger.Known;
import io.cloudpbx.messaging.CarrierErrors;
import io.cloudpbx.telephony.CarrierId;
import io.cloudpbx.telephony.MessageStatus;
import io.cloudpbx.telephony.PhoneNumber;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A text that the carrier took, and gave up unsent as its time was over (30036). */
class ExpiredTest {
    private static final UUID CAMPAIGN = new UUID(0, 1);
    private static final Instant NOW = Instant.parse("2026-12-01T18:00:00Z");
    private static final PhoneNumber OURS = new PhoneNumber("+14155550101");
    private static final int EXPIRED = 30036;

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
    void start() {
        real.empty();
        real.setClock(NOW);
        RunningCampaign.of(real.jdbc(), CAMPAIGN, OURS).inviting(1, NOW);
    }

    @Test
    void is_tried_once_more_and_then_has_failed() {
        leaves("first");
        told("first", MessageStatus.QUEUED, 0);

        told("first", MessageStatus.FAILED, EXPIRED);

        assertThat(delivery().state()).isEqualTo(State.WAITING);
        assertThat(delivery().sentence()).isEqualTo(CarrierErrors.sentence(EXPIRED) + OutcomeLedger.ONCE_MORE);
        assertThat(delivery().sentAt())
                .as("nobody counts it as a text they got")
                .isNull();
        leaves("second");
        told("second", MessageStatus.UNDELIVERED, EXPIRED);
        assertThat(delivery().state()).isEqualTo(State.FAILED);
        assertThat(delivery().code()).isEqualTo("" + EXPIRED);
        assertThat(delivery().attempts()).isEqualTo(2);
    }

    @Test
    void is_not_tried_a_third_time_because_the_news_came_twice() {
        leaves("first");
        told("first", MessageStatus.FAILED, EXPIRED);
        told("first", MessageStatus.FAILED, EXPIRED);
        leaves("second");

        told("first", MessageStatus.FAILED, EXPIRED);

        assertThat(delivery().state()).isEqualTo(State.SENDING);
        told("second", MessageStatus.DELIVERED, 0);
        assertThat(delivery().state()).isEqualTo(State.DELIVERED);
    }

    @Test
    void is_not_tried_again_when_the_carrier_has_another_for_the_same_person() {
        leaves("first");
        ledgers.outcomes().unknown(List.of("first"), "The answer was lost.", NOW);
        ledgers.receipts().notFound("first", true, "It is not there.", NOW);
        leaves("second");
        told("first", MessageStatus.SENT, 0);

        told("second", MessageStatus.FAILED, EXPIRED);

        assertThat(delivery().state()).isEqualTo(State.FAILED);
    }

    /** Whoever is at fault rests until somebody has seen to it, so that this does not go on for ever by itself. */
    @Test
    void by_the_accounts_or_the_numbers_fault_is_tried_however_often_and_the_recipient_never_fails_by_it() {
        for (String token : List.of("first", "second", "third")) {
            leaves(token);
            told(token, MessageStatus.SENT, 0);
            told(token, MessageStatus.UNDELIVERED, token.equals("second") ? 30034 : 30002);
            assertThat(delivery().state()).isEqualTo(State.WAITING);
        }
        leaves("fourth");
        told("fourth", MessageStatus.DELIVERED, 0);
        assertThat(delivery().state()).isEqualTo(State.DELIVERED);
    }

    @Test
    void has_its_campaign_go_on_that_was_over() {
        leaves("first");
        told("first", MessageStatus.SENT, 0);
        ledgers.campaigns().move(CAMPAIGN, Lifecycle.END, null, NOW);
        assertThat(ledgers.campaigns().goOn(NOW.minusSeconds(60))).isEmpty();

        told("first", MessageStatus.FAILED, EXPIRED);

        assertThat(ledgers.campaigns().goOn(NOW.plusSeconds(60)))
                .as("one that is over long since")
                .isEmpty();
        assertThat(ledgers.campaigns().goOn(NOW.minusSeconds(60))).containsExactly(CAMPAIGN);
        assertThat(ledgers.campaigns().running())
                .singleElement()
                .satisfies(campaign -> assertThat(campaign.endedAt()).isNull());
        assertThat(ledgers.campaigns().goOn(NOW.minusSeconds(60))).isEmpty();
    }

    private static void leaves(String token) {
        List<Leaving> leaving = ledgers.deliveries().claim(CAMPAIGN, 1, NOW).stream()
                .map(claimed -> new Leaving(claimed, OURS, 1, token, 1, true, SomeEvidence.KEPT))
                .toList();
        assertThat(ledgers.deliveries().leave(leaving, NOW)).containsExactly(token);
    }

    private static void told(String token, MessageStatus status, int code) {
        String sentence = code == 0 ? "" : CarrierErrors.sentence(code);
        ledgers.outcomes().known(List.of(new Known(token, new CarrierId("SM" + token), status, code, sentence)), NOW);
    }

    private static Delivery delivery() {
        return ledgers.deliveries().find(1).orElseThrow();
    }
}
