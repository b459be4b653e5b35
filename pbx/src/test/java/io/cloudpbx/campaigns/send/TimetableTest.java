package io.cloudpbx.campaigns.send;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudpbx.campaigns.Delivery;
import io.cloudpbx.campaigns.flow.Pace;
import io.cloudpbx.campaigns.ledger.DeliveryLedger.Leaving;
import io.cloudpbx.telephony.PhoneNumber;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionOperations;

/** Two nodes that give texts their times, where the account has a rate. */
class TimetableTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-12-01T18:00:00Z"), ZoneOffset.UTC);
    private static final Duration LEAD = Duration.ofMillis(200);
    private static final double PER_SECOND = 10;

    private final Machine machine = new AtOnce();
    private final Pace pace = new Pace(1, 3, PER_SECOND);
    private final PaperTables tables = new PaperTables(CLOCK, new Unwatched());
    private final Ledgers ledgers = Ledgers.onPaper(tables, (number, until) -> {});

    @Test
    void however_many_numbers_there_are_no_more_texts_leave_a_second_than_the_account_may_send() {
        List<Timetable> nodes = List.of(timetable(), timetable());
        List<Long> slots = new ArrayList<>();

        for (int round = 0; round < 4; round++) {
            slots.addAll(slots(nodes.get(round % 2), 10 * round));
        }

        assertThat(slots).as("whoever would have to wait too long has none").hasSizeBetween(35, 40);
        slots.sort(null);
        assertThat(slots.getFirst()).isEqualTo(LEAD.toNanos());
        IntStream.range(1, slots.size())
                .forEach(place -> assertThat(slots.get(place) - slots.get(place - 1))
                        .isGreaterThanOrEqualTo((long) (1e9 / PER_SECOND)));
    }

    @Test
    void a_number_keeps_to_its_own_rate_too() {
        PhoneNumber number = number(1);
        List<Leaving> three = List.of(leaving(1, number), leaving(2, number), leaving(3, number));

        List<Long> slots = timetable().times(three, LEAD).values().stream()
                .map(Handover.Slot::from)
                .sorted()
                .toList();

        assertThat(slots.get(1) - slots.get(0))
                .isGreaterThanOrEqualTo(Duration.ofSeconds(1).toNanos());
        assertThat(slots.get(2) - slots.get(1))
                .isGreaterThanOrEqualTo(Duration.ofSeconds(1).toNanos());
    }

    /** Ten texts, each of a number of its own. */
    private List<Long> slots(Timetable node, int first) {
        List<Leaving> leaving = IntStream.range(first, first + 10)
                .mapToObj(each -> leaving(each, number(each)))
                .toList();
        return node.times(leaving, LEAD).values().stream()
                .map(Handover.Slot::from)
                .toList();
    }

    private static PhoneNumber number(int number) {
        return new PhoneNumber("+141555501%02d".formatted(number));
    }

    private static Leaving leaving(int id, PhoneNumber sender) {
        var to = new PhoneNumber("+121255501%02d".formatted(id));
        var delivery = new Delivery(
                id,
                new UUID(0, 1),
                to,
                Map.of(),
                Delivery.State.CLAIMED,
                1,
                0,
                null,
                "",
                "",
                "",
                null,
                CLOCK.instant());
        return new Leaving(delivery, sender, 1, "token " + id, 1, false, SomeEvidence.KEPT);
    }

    private Timetable timetable() {
        var stops = new PaperStops(tables, number -> {});
        var outcomes = new Outcomes(
                ledgers.outcomes(),
                ledgers.paces(),
                stops,
                (campaign, why) -> {},
                TransactionOperations.withoutTransaction(),
                CLOCK,
                event -> {});
        var handover = new Handover(
                (text, path, until, since) -> {
                    throw new IllegalStateException("The carrier was asked");
                },
                stops,
                outcomes,
                machine,
                pace);
        return new Timetable(ledgers.paces(), handover, machine, pace);
    }
}
