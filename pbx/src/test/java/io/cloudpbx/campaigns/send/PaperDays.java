package io.cloudpbx.campaigns.send;

import io.cloudpbx.campaigns.ledger.DeliveryLedger.Leaving;
import io.cloudpbx.campaigns.send.PaperTables.AttemptRow;
import io.cloudpbx.campaigns.send.PaperTables.DayRow;
import io.cloudpbx.telephony.PhoneNumber;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** On paper what numbers that have a daily cap have sent, on the days of their networks. */
final class PaperDays {
    /** By which networks count. */
    static final ZoneId ZONE = ZoneId.of("America/Los_Angeles");

    /** Nothing is written down so shortly before a day's end: it would leave on the next. */
    private static final Duration EDGE = Duration.ofSeconds(10);

    private final PaperTables tables;

    PaperDays(PaperTables tables) {
        this.tables = tables;
    }

    /** Whether a number may send anything more today. */
    boolean isOpen(PhoneNumber number) {
        DayRow day = tables.days.get(number.e164());
        return day == null || !isEdge() && !(day.full() && day.isOf(today()));
    }

    /** It certainly was not sent, and counts no more. */
    void takeBack(AttemptRow attempt) {
        LocalDate counted = tables.countedOn.get(attempt.token());
        int segments = Objects.requireNonNull(tables.deliveries.get(attempt.delivery())).segments;
        tables.days.computeIfPresent(
                attempt.sender(), (number, day) -> day.isOf(counted) ? day.without(Math.max(1, segments)) : day);
    }

    /** Texts that are written down at once begin. */
    Together together(Plant plant) {
        return new Together(plant);
    }

    /** Each counts on the room that those before it take, also of those that stay. */
    final class Together {
        private final Plant plant;
        private final Map<PhoneNumber, Integer> given = new HashMap<>();
        private final Map<PhoneNumber, Integer> longest = new HashMap<>();
        private final Map<PhoneNumber, Integer> left = new HashMap<>();

        private Together(Plant plant) {
            this.plant = plant;
        }

        /** To be asked of each, in their order. */
        boolean fits(Leaving each) {
            int all = given.merge(each.sender(), segments(each), Integer::sum);
            longest.merge(each.sender(), segments(each), Math::max);
            DayRow day = tables.days.get(each.sender().e164());
            return day == null || !isEdge() && day.sentOn(today()) + all <= day.most();
        }

        void leaves(Leaving each) {
            if (tables.days.containsKey(each.sender().e164())) {
                tables.countedOn.put(each.token(), today());
                left.merge(each.sender(), segments(each), Integer::sum);
            }
        }

        void end() {
            longest.forEach((number, longest) -> tables.days.computeIfPresent(
                    number.e164(), (same, day) -> day.and(today(), left.getOrDefault(number, 0), longest)));
        }

        private int segments(Leaving each) {
            return plant.counts(Math.max(1, each.segments()));
        }
    }

    private LocalDate today() {
        return LocalDate.ofInstant(tables.now(), ZONE);
    }

    private boolean isEdge() {
        return !LocalDate.ofInstant(tables.now().plus(EDGE), ZONE).equals(today());
    }
}
