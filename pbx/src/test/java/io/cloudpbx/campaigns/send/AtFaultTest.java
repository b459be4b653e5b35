package io.cloudpbx.campaigns.send;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudpbx.campaigns.Campaign;
import io.cloudpbx.campaigns.Course;
import io.cloudpbx.campaigns.Delivery.State;
import io.cloudpbx.campaigns.Told;
import io.cloudpbx.campaigns.Wording;
import io.cloudpbx.campaigns.flow.Lifecycle;
import io.cloudpbx.campaigns.flow.Pace;
import io.cloudpbx.campaigns.send.PaperTables.DeliveryRow;
import io.cloudpbx.carrier.CarrierFailure;
import io.cloudpbx.carrier.CarrierFailure.Kind;
import io.cloudpbx.carrier.CarrierText;
import io.cloudpbx.messaging.BulkGate;
import io.cloudpbx.messaging.BulkText;
import io.cloudpbx.messaging.Handed;
import io.cloudpbx.messaging.SentElsewhere.Sent;
import io.cloudpbx.messaging.flow.Check;
import io.cloudpbx.messaging.flow.TextKind;
import io.cloudpbx.messaging.flow.Verdict;
import io.cloudpbx.telephony.CarrierId;
import io.cloudpbx.telephony.MessageStatus;
import io.cloudpbx.telephony.PhoneNumber;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.transaction.support.TransactionOperations;

/** Whole rounds of a campaign while the carrier refuses: whoever is not at fault gets their text, then or later. */
class AtFaultTest {
    private static final UUID CAMPAIGN = new UUID(0, 1);
    private static final int PEOPLE = 12;
    private static final PhoneNumber ONE = new PhoneNumber("+14155550101");
    private static final PhoneNumber OTHER = new PhoneNumber("+14155550102");

    private Instant now = Instant.parse("2026-12-01T18:00:00Z");
    private final SkewedClock clock = new SkewedClock(() -> now, Duration.ZERO);
    private final PaperTables tables = new PaperTables(() -> now, new Unwatched());
    private final Ledgers ledgers = Ledgers.onPaper(tables, (number, until) -> {});
    private final Machine machine = new AtOnce();
    private final Map<PhoneNumber, Integer> refused = new HashMap<>();
    private final Set<PhoneNumber> unregistered = new HashSet<>();
    private final List<PhoneNumber> asked = new ArrayList<>();
    private final Course course = new Course(ledgers.campaigns(), ledgers.deliveries(), clock, event -> {});
    private final Outcomes outcomes = new Outcomes(
            ledgers.outcomes(),
            ledgers.paces(),
            new PaperStops(tables, number -> {}),
            new Pausing(course),
            TransactionOperations.withoutTransaction(),
            clock,
            event -> {});
    private final Departures departures = departures();

    @BeforeEach
    void begin() {
        tables.put(new Campaign(
                CAMPAIGN,
                "Autumn",
                "Hello",
                TextKind.MARKETING,
                Campaign.Policy.AT_MOST_ONCE,
                Campaign.State.RUNNING,
                null,
                List.of(ONE, OTHER),
                List.of(),
                null,
                now,
                "Dana",
                now,
                null,
                1));
        for (long id = 1; id <= PEOPLE; id++) {
            var to = new PhoneNumber("+1212555%04d".formatted(100 + id));
            tables.deliveries.put(id, new DeliveryRow(id, CAMPAIGN, to, now));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {20003, 20005, 0})
    void the_accounts_fault_pauses_it_and_everybody_gets_theirs_when_it_is_resumed(int code)
            throws InterruptedException {
        refused.put(ONE, code);
        refused.put(OTHER, code);

        rounds(3);

        assertThat(campaign().state()).isEqualTo(Campaign.State.PAUSED);
        assertThat(campaign().why()).isEqualTo(Brake.why(code));
        assertThat(asked).as("nobody goes on asking").hasSizeLessThan(PEOPLE);
        assertThat(states()).containsOnly(State.WAITING);
        refused.clear();
        resume();
        rounds(30);
        assertThat(states()).containsOnly(State.SENT);
        assertThat(campaign().state()).isEqualTo(Campaign.State.DONE);
    }

    @ParameterizedTest
    @ValueSource(ints = {21606, 30034, 30032})
    void a_numbers_fault_leaves_all_to_the_others(int code) throws InterruptedException {
        refused.put(ONE, code);

        rounds(40);

        assertThat(states()).containsOnly(State.SENT);
        assertThat(campaign().state()).isEqualTo(Campaign.State.DONE);
        assertThat(asked).as("it is not asked again and again").hasSizeLessThan(PEOPLE + 4);
        assertThat(ledgers.paces().atFault(List.of(ONE, OTHER))).containsOnlyKeys(ONE);
    }

    @Test
    void when_no_number_is_left_it_pauses_and_says_what_is_wrong_and_nobody_is_lost() throws InterruptedException {
        refused.put(ONE, 21606);
        refused.put(OTHER, 30034);

        rounds(4);

        assertThat(campaign().state()).isEqualTo(Campaign.State.PAUSED);
        assertThat(campaign().why()).isEqualTo("This number of yours can't text there.");
        assertThat(states()).containsOnly(State.WAITING);
        refused.clear();
        resume();
        rounds(30);
        assertThat(states()).containsOnly(State.SENT);
    }

    @Test
    void a_number_that_the_gate_knows_not_to_be_registered_leaves_all_to_the_others() throws InterruptedException {
        unregistered.add(ONE);

        rounds(40);

        assertThat(states()).containsOnly(State.SENT);
        assertThat(asked).hasSize(PEOPLE);
        assertThat(tables.rows()).extracting(row -> row.sender).containsOnly(OTHER);
    }

    @Test
    void when_the_gate_lets_no_number_send_it_pauses_and_says_why() throws InterruptedException {
        unregistered.addAll(List.of(ONE, OTHER));

        rounds(3);

        assertThat(campaign().state()).isEqualTo(Campaign.State.PAUSED);
        assertThat(campaign().why()).isEqualTo("It is not registered.");
        assertThat(asked).isEmpty();
        assertThat(states()).containsOnly(State.WAITING);
    }

    @Test
    void a_recipients_fault_is_for_good_and_stops_nobody_else() throws InterruptedException {
        refused.put(ONE, 21211);

        rounds(30);

        assertThat(states()).contains(State.SENT, State.FAILED).doesNotContain(State.WAITING);
        assertThat(asked).hasSize(PEOPLE);
        assertThat(campaign().state()).isEqualTo(Campaign.State.DONE);
    }

    private void rounds(int several) throws InterruptedException {
        for (int round = 0; round < several; round++) {
            departures.round();
            while (!outcomes.isIdle()) {
                outcomes.settleNext(Duration.ZERO);
            }
            now = now.plusSeconds(2);
        }
    }

    private void resume() {
        assertThat(ledgers.campaigns().move(CAMPAIGN, Lifecycle.RESUME, null, now))
                .isTrue();
    }

    private Campaign campaign() {
        return ledgers.campaigns().find(CAMPAIGN).orElseThrow();
    }

    private List<State> states() {
        return tables.rows().stream().map(row -> row.state).toList();
    }

    private Handed ask(BulkText text, String path, @Nullable Instant until, long since) {
        asked.add(text.to());
        Integer code = refused.get(text.from());
        if (code != null) {
            return new Handed.Failed(new CarrierFailure(Kind.REFUSED, code, "no"));
        }
        var id = new CarrierId("SM%032x".formatted(asked.size()));
        return new Handed.Accepted(new CarrierText(
                id, text.from().e164(), text.to().e164(), text.body(), 0, MessageStatus.QUEUED, 0, now));
    }

    private Departures departures() {
        var pace = new Pace(1, 3);
        var stops = new PaperStops(tables, number -> {});
        var handover = new Handover(this::ask, stops, outcomes, machine, pace);
        var departure = new Departure(
                new Wording(() -> "Harbor Dental"),
                new Told(ledgers.deliveries(), clock),
                new Registered(),
                ledgers.deliveries(),
                new Timetable(ledgers.paces(), handover, machine, pace),
                course,
                new Boarding(ledgers.deliveries(), (campaign, leaving) -> {}, handover, machine, clock),
                machine,
                clock);
        return new Departures(
                ledgers.campaigns(),
                ledgers.deliveries(),
                ledgers.paces(),
                course,
                departure,
                handover,
                machine,
                pace,
                clock);
    }

    /** Lets all pass but what leaves from a number that is not registered. */
    private final class Registered implements BulkGate {
        @Override
        public List<Verdict> decide(List<BulkText> texts, TextKind kind, Sent before) {
            return texts.stream().map(this::verdict).toList();
        }

        private Verdict verdict(BulkText text) {
            return unregistered.contains(text.from())
                    ? new Verdict.Refuse(
                            new Check("sender_not_registered", false, "It is not registered.", "C28"), List.of())
                    : SomeEvidence.send(null, 1);
        }

        @Override
        public List<SenderAsked> senders(List<PhoneNumber> numbers, int media) {
            return List.of();
        }
    }
}
