package io.cloudpbx.campaigns.send;

import io.cloudpbx.campaigns.send.SimulatedCarrier.Taken;
import io.cloudpbx.messaging.BulkText;
import io.cloudpbx.messaging.flow.GateRules;
import io.cloudpbx.messaging.flow.Validity;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Watches whether what leaves may leave at all: by what the carrier has taken and brought, by where people live and what they have
 * agreed to. What the gate, the engine and the tables think of it counts for nothing here.
 */
final class Lawfulness {
    /** What a node lets through leaves by its lease of half a minute, the longest wait for a number, and while it is fresh. */
    private static final Duration LONGEST_LET_THROUGH = Duration.ofSeconds(34).plus(Validity.FRESH);

    private static final Duration KNOWN_FOR = Duration.ofDays(30);

    /** Longer than it takes the carrier to take what it is asked for. */
    private static final Duration ON_THE_LINE = Duration.ofMinutes(1);

    private final Simulation simulation;
    private final Predicate<String> isDoubt;
    private final Map<Asked, Judged> judged = new HashMap<>();

    /** @param isDoubt whether an attempt was looked for in vain: nobody knows whether it counts */
    Lawfulness(Simulation simulation, Predicate<String> isDoubt) {
        this.simulation = simulation;
        this.isDoubt = isDoubt;
    }

    /** Who asked the gate, about what. */
    private record Asked(String actor, BulkText text) {}

    /** @param byItsClock what it took for now */
    private record Judged(Instant at, Instant byItsClock) {}

    /** A gate looks at all that it may know. */
    void judged(String actor, BulkText text, Instant byItsClock) {
        judged.put(new Asked(actor, text), new Judged(simulation.world().instant(), byItsClock));
    }

    /** The request begins now. */
    void asked(String actor, BulkText text) {
        Judged look = judged.get(new Asked(actor, text));
        Instant oldest = simulation.world().instant().minus(LONGEST_LET_THROUGH);
        Promise.GATE_LOOKS.holds(look != null && !look.at().isBefore(oldest), "%s, lately", text.to());
        if (look != null) {
            Crowd.Agreed agreed = simulation.crowd().agreed(text.to(), look.at());
            Promise.CONSENT_LIVES.holds(
                    agreed.allows(text.kind()), "%s had agreed to %s, not to %s", text.to(), agreed, text.kind());
            staysBelowCeiling(text, look);
        }
        tellsHowToOptOut(text);
    }

    /** Who was told, by what the carrier has, may not be told again for a while. */
    private void tellsHowToOptOut(BulkText text) {
        if (tells(text)) {
            return;
        }
        simulation.meets(Fault.TOLD_LATELY);
        Instant since = simulation
                .world()
                .instant()
                .minus(KNOWN_FOR)
                .minus(LONGEST_LET_THROUGH)
                .minus(inaccuracy());
        boolean told = simulation.carrier().book().stream()
                .anyMatch(other -> other.text.to().equals(text.to()) && other.at.isAfter(since) && tells(other.text));
        Promise.OPT_OUT_IS_TOLD.holds(told, "%s reads %s", text.to(), text.body());
    }

    private static boolean tells(BulkText text) {
        return text.body().startsWith(Simulation.BUSINESS + ": ") && text.body().endsWith(" Reply STOP to opt out.");
    }

    /** What two nodes let through at the same moment neither of them can count; what had left by then, both can. */
    private void staysBelowCeiling(BulkText text, Judged look) {
        Instant midnight = SimulatedGate.midnight(look.byItsClock());
        int left = counting()
                .filter(taken -> taken.at.isAfter(midnight.plus(inaccuracy())) && !taken.at.isAfter(look.at()))
                .mapToInt(Taken::segments)
                .sum();
        long spent = (left + text.segments()) * SimulatedGate.SEGMENT;
        Promise.MONEY_REACHES.holds(
                spent <= simulation.ceiling(), "%d were spent with it, of %d", spent, simulation.ceiling());
    }

    /** Whatever the carrier has, unless it gave it up unsent, or nobody can know that it has it. */
    private Stream<Taken> counting() {
        return simulation.carrier().book().stream().filter(taken -> !taken.hasExpired() && !isDoubt.test(taken.token));
    }

    /** The carrier has it: it counts as a text that somebody got. */
    void taken(Taken text) {
        long delivery = simulation.deliveryOf(text.token);
        Instant dayAgo = text.at.minus(Duration.ofDays(1)).plus(inaccuracy());
        List<Long> others = counting()
                .filter(other -> other.at.isAfter(dayAgo))
                .filter(other -> other.text.to().equals(text.text.to()))
                .map(other -> simulation.deliveryOf(other.token))
                .filter(other -> other != delivery)
                .distinct()
                .toList();
        Promise.CAP_HOLDS.holds(
                others.size() < GateRules.Limits.DEFAULT.campaignTextsADay(),
                "%s has %d, by deliveries %s too",
                text.text.to(),
                others.size() + 1,
                others);
        fitsIntoDay(text);
    }

    /** Whatever became of it there: the network has had to do with it. */
    private void fitsIntoDay(Taken text) {
        String number = text.text.from().e164();
        if (!simulation.tables().days.containsKey(number)) {
            return;
        }
        int most = Objects.requireNonNull(simulation.tables().days.get(number)).most();
        int sent = simulation.carrier().book().stream()
                .filter(other ->
                        other.text.from().equals(text.text.from()) && day(other).equals(day(text)))
                .mapToInt(Taken::segments)
                .sum();
        Promise.DAY_HOLDS.holds(sent <= most, "%s sent %d segments of %d", number, sent, most);
        if (sent + text.segments() > most) {
            simulation.meets(Fault.DAY_FULL);
        }
    }

    private static LocalDate day(Taken text) {
        return LocalDate.ofInstant(text.at, PaperDays.ZONE);
    }

    void arrived(Taken taken, Instant at) {
        Duration off = simulation.trouble().skew().multipliedBy(2).plusSeconds(1);
        Region region = simulation.crowd().region(taken.text.to());
        boolean decent =
                Stream.of(at.minus(off), at, at.plus(off)).anyMatch(about -> region.lets(taken.text.kind(), about));
        Promise.DECENT_HOURS.holds(decent, "somebody in %s got %s at %s", region, taken.text.kind(), at);
    }

    /** By how much the time at which something left may differ from that which is written down. */
    private Duration inaccuracy() {
        return simulation.trouble().skew().multipliedBy(2).plus(ON_THE_LINE);
    }
}
