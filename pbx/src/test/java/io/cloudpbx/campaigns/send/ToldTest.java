package io.cloudpbx.campaigns.send;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudpbx.campaigns.Delivery;
import io.cloudpbx.campaigns.flow.Signatures;
import io.cloudpbx.campaigns.ledger.DeliveryLedger.Leaving;
import io.cloudpbx.campaigns.ledger.OutcomeLedger.Known;
import io.cloudpbx.messaging.flow.TextKind;
import io.cloudpbx.telephony.CarrierId;
import io.cloudpbx.telephony.MessageStatus;
import io.cloudpbx.telephony.PhoneNumber;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who counts as told how to be left alone, by what is written down of the texts that they had (C25). */
class ToldTest {
    private static final UUID CAMPAIGN = new UUID(0, 1);
    private static final Instant NOW = Instant.parse("2026-12-01T18:00:00Z");
    private static final PhoneNumber OURS = new PhoneNumber("+14155550101");
    private static final PhoneNumber THEIRS = new PhoneNumber("+12125550101");
    private static final PhoneNumber NOBODY = new PhoneNumber("+12125550103");

    private static RealLedgers real;

    @BeforeAll
    static void open() {
        real = new RealLedgers();
    }

    @AfterAll
    static void close() {
        real.close();
    }

    @BeforeEach
    void start() {
        real.empty();
        real.setClock(NOW);
        RunningCampaign.of(real.jdbc(), CAMPAIGN, TextKind.INFORMATIONAL, OURS).inviting(1, NOW);
    }

    @Test
    void who_had_a_text_that_says_it_is_told_for_thirty_days() {
        leaves(true, MessageStatus.DELIVERED);

        assertThat(toldAt(NOW.plusSeconds(1))).containsExactly(THEIRS);
        assertThat(toldAt(NOW.plus(Duration.ofDays(30)).minusSeconds(1))).containsExactly(THEIRS);
        assertThat(toldAt(NOW.plus(Duration.ofDays(30)))).isEmpty();
    }

    @Test
    void a_text_that_the_carrier_took_and_says_nothing_more_of_counts() {
        leaves(true, MessageStatus.SENT);

        assertThat(toldAt(NOW)).containsExactly(THEIRS);
    }

    @Test
    void a_text_that_did_not_say_it_tells_nobody() {
        leaves(false, MessageStatus.DELIVERED);

        assertThat(toldAt(NOW)).isEmpty();
    }

    @Test
    void a_text_that_did_not_arrive_or_of_which_nobody_knows_tells_nobody() {
        leaves(true, null);
        assertThat(toldAt(NOW)).isEmpty();

        known(MessageStatus.UNDELIVERED);
        assertThat(toldAt(NOW)).isEmpty();
    }

    private static void leaves(boolean tells, @Nullable MessageStatus status) {
        Delivery delivery = real.ledgers().deliveries().claim(CAMPAIGN, 1, NOW).getFirst();
        var leaving = new Leaving(delivery, OURS, 1, "token", 1, tells, SomeEvidence.KEPT);
        assertThat(real.ledgers().deliveries().leave(List.of(leaving), NOW)).containsExactly("token");
        if (status != null) {
            known(status);
        }
    }

    private static void known(MessageStatus status) {
        int code = status == MessageStatus.UNDELIVERED ? 30005 : 0;
        real.ledgers().outcomes().known(List.of(Known.of("token", new CarrierId("SM1"), status, code)), NOW);
    }

    private static Set<PhoneNumber> toldAt(Instant now) {
        return real.ledgers().deliveries().told(Set.of(THEIRS, NOBODY), now.minus(Signatures.KNOWN_FOR));
    }
}
