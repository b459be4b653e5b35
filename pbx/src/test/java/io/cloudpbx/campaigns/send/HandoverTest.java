package io.cloudpbx.campaigns.send;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudpbx.campaigns.Delivery;
import io.cloudpbx.campaigns.flow.Pace;
import io.cloudpbx.campaigns.flow.SharedTime;
import io.cloudpbx.campaigns.ledger.DeliveryLedger.Leaving;
import io.cloudpbx.campaigns.ledger.OutcomeLedger;
import io.cloudpbx.campaigns.ledger.PaceLedger;
import io.cloudpbx.messaging.BulkCarrier;
import io.cloudpbx.messaging.BulkText;
import io.cloudpbx.messaging.flow.TextKind;
import io.cloudpbx.telephony.PhoneNumber;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.transaction.support.TransactionOperations;

class HandoverTest {
    private static final Instant NOW = Instant.parse("2026-03-02T20:00:00Z");
    private static final PhoneNumber OURS = new PhoneNumber("+18335550100");
    private static final PhoneNumber THEIRS = new PhoneNumber("+12095550100");

    private final Settled settled = new Settled();
    private final Machine machine = new AtOnce();
    private BulkCarrier carrier = (text, path, until, since) -> {
        throw new IllegalStateException("The carrier was asked");
    };

    @Test
    void whose_stop_cannot_be_looked_up_is_not_texted_and_waits_without_a_doubt() throws InterruptedException {
        hand(() -> {
            throw new DataAccessResourceFailureException("The database is away");
        });

        assertThat(settled.words).containsExactly("not_sent t until 2026-03-02T20:00:02Z");
    }

    @Test
    void who_said_stop_in_the_very_last_moment_is_not_texted() throws InterruptedException {
        hand(() -> true);

        assertThat(settled.words).containsExactly("not_sent t skipped");
    }

    /** Before it is asked, pictures are published for it. */
    @Test
    void what_the_carrier_was_not_asked_for_as_the_database_was_away_waits_without_a_doubt()
            throws InterruptedException {
        carrier = (text, path, until, since) -> {
            throw new DataAccessResourceFailureException("The database is away");
        };

        hand(() -> false);

        assertThat(settled.words).containsExactly("not_sent t until 2026-03-02T20:00:02Z");
    }

    /** Another node's may be in it by now. */
    @Test
    void whoever_missed_the_time_of_its_number_waits_without_a_doubt() throws InterruptedException {
        machine.at(Duration.ofMillis(201).toNanos(), () -> {});

        hand(() -> false);

        assertThat(settled.words).containsExactly("not_sent t until 2026-03-02T20:00:00Z");
    }

    private interface Look {
        boolean isOptedOut();
    }

    private void hand(Look look) throws InterruptedException {
        StopList stopList = new StopList() {
            @Override
            public boolean has(PhoneNumber number) {
                return look.isOptedOut();
            }

            @Override
            public Set<PhoneNumber> among(Collection<PhoneNumber> numbers) {
                return look.isOptedOut() ? Set.copyOf(numbers) : Set.of();
            }

            @Override
            public void add(Delivery refused) {
                throw new IllegalStateException("Nobody refused");
            }
        };
        var outcomes = new Outcomes(
                settled,
                settled,
                stopList,
                (campaign, why) -> {},
                TransactionOperations.withoutTransaction(),
                Clock.fixed(NOW, ZoneOffset.UTC),
                event -> {});
        var handover = new Handover(carrier, stopList, outcomes, machine, new Pace(1, 3));

        var text = new BulkText(OURS, THEIRS, "Hello", TextKind.MARKETING, List.of());
        handover.hand(List.of(new Handover.Turn(leaving(), text, null, new Handover.Slot(0, 0, 0))));
        outcomes.settleNext(Duration.ZERO);
    }

    private static Leaving leaving() {
        var delivery = new Delivery(
                1, UUID.randomUUID(), THEIRS, Map.of(), Delivery.State.SENDING, 1, 0, null, "", "", "", null, NOW);
        return new Leaving(delivery, OURS, 1, "t", 1, true, SomeEvidence.KEPT);
    }

    /** What was settled, in words. */
    private static final class Settled implements OutcomeLedger, PaceLedger {
        private final List<String> words = new ArrayList<>();

        @Override
        public void hold(List<String> tokens) {}

        @Override
        public void known(List<Known> known, Instant now) {
            words.add("known");
        }

        @Override
        public void not(List<Not> nots, Instant now) {
            nots.forEach(each -> words.add(each.attemptState() + " " + each.token() + " "
                    + (each.until() == null ? each.deliveryState() : "until " + each.until())));
        }

        @Override
        public void unknown(List<String> tokens, String detail, Instant now) {
            words.add("unknown");
        }

        @Override
        public void cancelLate(Instant now) {}

        @Override
        public List<Moved> moved(List<String> tokens) {
            return List.of();
        }

        @Override
        public void freeClaims(Instant now) {
            words.add("freed");
        }

        @Override
        public List<String> leftSending() {
            return List.of();
        }

        @Override
        public SequencedMap<PhoneNumber, Duration> freeWithin(List<PhoneNumber> numbers, Duration within) {
            return new LinkedHashMap<>();
        }

        @Override
        public Map<PhoneNumber, Duration> reserve(Map<PhoneNumber, Double> seconds, Duration lead) {
            words.add("reserved");
            return Map.of(OURS, Duration.ofMillis(300));
        }

        @Override
        public List<Duration> reserve(List<SharedTime.Text> texts, double between, Duration lead) {
            words.add("reserved together");
            return texts.stream().map(text -> Duration.ofMillis(300)).toList();
        }

        @Override
        public void rest(PhoneNumber number, Duration pause, String note) {
            words.add("rests");
        }

        @Override
        public void stop(PhoneNumber number, Duration pause, String because) {
            words.add("stopped");
        }

        @Override
        public SequencedMap<PhoneNumber, String> atFault(List<PhoneNumber> numbers) {
            return new LinkedHashMap<>();
        }
    }
}
