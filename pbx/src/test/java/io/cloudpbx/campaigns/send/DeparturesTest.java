package io.cloudpbx.campaigns.send;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudpbx.campaigns.Campaign;
import io.cloudpbx.campaigns.CampaignProgressed;
import io.cloudpbx.campaigns.Course;
import io.cloudpbx.campaigns.Delivery.State;
import io.cloudpbx.campaigns.Told;
import io.cloudpbx.campaigns.Wording;
import io.cloudpbx.campaigns.flow.Pace;
import io.cloudpbx.campaigns.send.PaperTables.DeliveryRow;
import io.cloudpbx.messaging.BulkGate;
import io.cloudpbx.messaging.BulkText;
import io.cloudpbx.messaging.Handed;
import io.cloudpbx.messaging.SentElsewhere.Sent;
import io.cloudpbx.messaging.flow.Check;
import io.cloudpbx.messaging.flow.TextKind;
import io.cloudpbx.messaging.flow.Verdict;
import io.cloudpbx.telephony.PhoneNumber;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionOperations;

/** What a round takes from campaigns whose people cannot all be texted now. */
class DeparturesTest {
    private static final Instant NOW = Instant.parse("2026-12-01T18:00:00Z");
    private static final Instant MORNING = NOW.plusSeconds(3600);
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    private static final UUID CAMPAIGN = new UUID(0, 1);
    private static final UUID OTHER = new UUID(0, 2);
    private static final PhoneNumber OURS = new PhoneNumber("+14155550101");
    private static final String ASLEEP = "+1808555";
    private static final String AWAKE = "+1212555";

    private final PaperTables tables = new PaperTables(CLOCK, new Unwatched());
    private final List<PhoneNumber> asked = new ArrayList<>();
    private final List<Object> told = new ArrayList<>();
    private final Machine machine = new AtOnce();
    private final Departures departures = departures();

    @Test
    void who_sleeps_keeps_nobody_from_their_turn_who_is_awake() {
        begin();
        add(ASLEEP, 1_500);
        add(AWAKE, 3);

        departures.round();
        assertThat(asked).as("one a second").hasSize(1);

        assertThat(tables.rows())
                .filteredOn(row -> row.to.e164().startsWith(ASLEEP))
                .allSatisfy(row -> assertThat(row.dueAt).isEqualTo(MORNING));
        assertThat(tables.paces.values())
                .as("nobody takes time who does not leave")
                .singleElement()
                .satisfies(pace -> assertThat(pace.nextFreeAt()).isBefore(NOW.plusSeconds(2)));
        assertThat(tables.rows())
                .filteredOn(row -> row.to.e164().startsWith(AWAKE))
                .extracting(row -> row.state)
                .containsExactly(State.SENDING, State.WAITING, State.WAITING);
    }

    @Test
    void a_million_who_sleep_are_not_all_looked_at_in_one_round() {
        begin();
        add(ASLEEP, 9_000);

        departures.round();

        assertThat(tables.rows()).filteredOn(row -> row.dueAt.equals(MORNING)).hasSizeBetween(1_500, 5_000);
        assertThat(told).contains(new CampaignProgressed(CAMPAIGN, NOW));
    }

    @Test
    void campaigns_that_share_a_number_have_it_in_turn() {
        begin(CAMPAIGN);
        begin(OTHER);
        add(CAMPAIGN, AWAKE, 3);
        add(OTHER, "+1312555", 3);

        departures.round();
        tables.paces.clear();
        machine.at(machine.nanoTime() + Duration.ofSeconds(1).toNanos(), () -> {});
        departures.round();

        assertThat(asked)
                .extracting(person -> person.e164().substring(0, 8))
                .containsExactlyInAnyOrder(AWAKE, "+1312555");
    }

    private void begin() {
        begin(CAMPAIGN);
    }

    private void begin(UUID campaign) {
        tables.put(new Campaign(
                campaign,
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
    }

    private void add(String area, int people) {
        add(CAMPAIGN, area, people);
    }

    private void add(UUID campaign, String area, int people) {
        for (int number = 0; number < people; number++) {
            long id = tables.deliveries.size() + 1L;
            var to = new PhoneNumber(area + "%04d".formatted(number));
            tables.deliveries.put(id, new DeliveryRow(id, campaign, to, NOW));
        }
    }

    private Departures departures() {
        var ledgers = Ledgers.onPaper(tables, (number, until) -> {});
        var pace = new Pace(1, 3);
        var stops = new PaperStops(tables, number -> {});
        var outcomes = new Outcomes(
                ledgers.outcomes(),
                ledgers.paces(),
                stops,
                (campaign, why) -> {},
                TransactionOperations.withoutTransaction(),
                CLOCK,
                told::add);
        var handover = new Handover(this::ask, stops, outcomes, machine, pace);
        var course = new Course(ledgers.campaigns(), ledgers.deliveries(), CLOCK, told::add);
        var departure = new Departure(
                new Wording(() -> "Harbor Dental"),
                new Told(ledgers.deliveries(), CLOCK),
                new Hours(),
                ledgers.deliveries(),
                new Timetable(ledgers.paces(), handover, machine, pace),
                course,
                new Boarding(ledgers.deliveries(), (campaign, leaving) -> {}, handover, machine, CLOCK),
                machine,
                CLOCK);
        return new Departures(
                ledgers.campaigns(),
                ledgers.deliveries(),
                ledgers.paces(),
                course,
                departure,
                handover,
                machine,
                pace,
                CLOCK);
    }

    private Handed ask(BulkText text, String path, @Nullable Instant until, long since) {
        asked.add(text.to());
        return new Handed.TooLate();
    }

    /** Some are asleep until the morning. */
    private static final class Hours implements BulkGate {
        @Override
        public List<Verdict> decide(List<BulkText> texts, TextKind kind, Sent before) {
            return texts.stream()
                    .<Verdict>map(text -> text.to().e164().startsWith(ASLEEP)
                            ? new Verdict.Later(
                                    MORNING,
                                    new Check("quiet_hours", false, "It is 7:00 AM for them.", "C14"),
                                    List.of())
                            : SomeEvidence.send(null, 1))
                    .toList();
        }

        @Override
        public List<SenderAsked> senders(List<PhoneNumber> numbers, int media) {
            return List.of();
        }
    }
}
