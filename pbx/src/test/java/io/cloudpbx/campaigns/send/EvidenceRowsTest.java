package io.cloudpbx.campaigns.send;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudpbx.campaigns.Delivery;
import io.cloudpbx.campaigns.flow.Evidence;
import io.cloudpbx.campaigns.flow.Signature;
import io.cloudpbx.campaigns.ledger.DeliveryLedger.Leaving;
import io.cloudpbx.campaigns.ledger.OutcomeLedger.Not;
import io.cloudpbx.campaigns.store.EvidenceRows;
import io.cloudpbx.campaigns.store.HistoryRows;
import io.cloudpbx.messaging.flow.Grounds;
import io.cloudpbx.messaging.flow.Grounds.Hours;
import io.cloudpbx.telephony.PhoneNumber;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is kept of texts when they leave, in the same statement (C24). */
class EvidenceRowsTest {
    private static final UUID CAMPAIGN = new UUID(0, 1);
    private static final Instant NOW = Instant.parse("2026-12-01T18:00:00Z");
    private static final PhoneNumber OURS = new PhoneNumber("+14155550101");
    private static final int PEOPLE = 40;
    private static final Hours OPEN = new Hours(
            List.of("US", "New York"), List.of("America/New_York"), false, Instant.parse("2026-12-02T01:00:00Z"));

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
        real.jdbc().sql("truncate delivery_evidence").update();
        real.setClock(NOW);
        RunningCampaign.of(real.jdbc(), CAMPAIGN, OURS).inviting(PEOPLE, NOW);
    }

    @Test
    void each_has_its_own_and_what_is_the_same_for_all_is_kept_once() {
        List<Leaving> leaving = claimed(PEOPLE).stream()
                .map(delivery -> leaving(delivery, "token " + delivery.id(), "Harbor Dental: "))
                .toList();

        assertThat(real.ledgers().deliveries().leave(leaving, NOW)).hasSize(PEOPLE);

        assertThat(real.bean(EvidenceRows.class).of(ids(leaving)))
                .isEqualTo(leaving.stream()
                        .collect(Collectors.toMap(each -> each.delivery().id(), Leaving::evidence)));
        assertThat(kept()).isEqualTo(1);
        real.bean(HistoryRows.class)
                .of(ids(leaving))
                .forEach((id, happened) -> assertThat(happened)
                        .singleElement()
                        .satisfies(tried -> assertThat(tried.evidence()).isEqualTo(evidence(id, "Harbor Dental: "))));
    }

    @Test
    void a_text_that_leaves_under_another_name_keeps_that_name_and_those_before_keep_theirs() {
        List<Leaving> before = claimed(2).stream()
                .map(delivery -> leaving(delivery, "before " + delivery.id(), "Harbor Dental: "))
                .toList();
        real.ledgers().deliveries().leave(before, NOW);
        List<Leaving> after = claimed(2).stream()
                .map(delivery -> leaving(delivery, "after " + delivery.id(), "Tidepool Bakery: "))
                .toList();
        real.ledgers().deliveries().leave(after, NOW);

        assertThat(names(before)).containsExactly("Harbor Dental: ");
        assertThat(names(after)).containsExactly("Tidepool Bakery: ");
        assertThat(kept()).isEqualTo(2);
    }

    @Test
    void one_that_was_skipped_at_the_last_look_is_not_said_to_have_had_the_right_to_leave() {
        List<Leaving> leaving = claimed(1).stream()
                .map(delivery -> leaving(delivery, "stopped", "Harbor Dental: "))
                .toList();
        real.ledgers().deliveries().leave(leaving, NOW);
        assertThat(real.bean(EvidenceRows.class).of(ids(leaving))).hasSize(1);

        real.ledgers().outcomes().not(List.of(Not.skipped("stopped", "opted_out", "They have opted out.")), NOW);

        assertThat(real.bean(EvidenceRows.class).of(ids(leaving))).isEmpty();
    }

    @Test
    void one_that_left_before_any_was_kept_has_none() {
        List<Leaving> leaving = claimed(1).stream()
                .map(delivery -> leaving(delivery, "old", "Harbor Dental: "))
                .toList();
        real.ledgers().deliveries().leave(leaving, NOW);
        real.jdbc()
                .sql("update delivery_attempt set judged_at = null, consent_id = null, evidence_id = null")
                .update();

        assertThat(real.bean(EvidenceRows.class).of(ids(leaving))).isEmpty();
        assertThat(real.bean(HistoryRows.class).of(ids(leaving)).values())
                .singleElement()
                .satisfies(
                        happened -> assertThat(happened.getFirst().evidence()).isNull());
    }

    private static List<Delivery> claimed(int most) {
        return real.ledgers().deliveries().claim(CAMPAIGN, most, NOW);
    }

    private static Leaving leaving(Delivery delivery, String token, String name) {
        return new Leaving(delivery, OURS, 1, token, 1, true, evidence(delivery.id(), name));
    }

    private static Evidence evidence(long id, String name) {
        var grounds = new Grounds(NOW.minusMillis(id), new UUID(7, id).toString(), OPEN);
        return new Evidence(
                grounds, List.of("opted_out", "quiet_hours"), new Signature(name, " Reply STOP to opt out."));
    }

    private static List<Long> ids(List<Leaving> leaving) {
        return leaving.stream().map(each -> each.delivery().id()).toList();
    }

    private static Set<String> names(List<Leaving> leaving) {
        return real.bean(EvidenceRows.class).of(ids(leaving)).values().stream()
                .map(evidence -> evidence.signature().before())
                .collect(Collectors.toSet());
    }

    private static long kept() {
        return real.jdbc()
                .sql("select count(*) from delivery_evidence")
                .query(Long.class)
                .single();
    }
}
