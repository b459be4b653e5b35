package io.cloudpbx.calls.flow;

import io.cloudpbx.callflow.Closure;
import io.cloudpbx.callflow.Entry;
import io.cloudpbx.callflow.Node;
import io.cloudpbx.callflow.Plan;
import io.cloudpbx.callflow.Schedule;
import io.cloudpbx.callflow.flow.Timetable;
import io.cloudpbx.knowledge.words.Language;
import io.cloudpbx.telephony.Destinations;
import io.cloudpbx.telephony.PhoneNumber;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * By which plan a call is led, and what its rules look at. Hours are those of the instant at which the call came in, so that a caller who
 * was welcomed before closing time is not turned away a minute later, and what was explained holds.
 *
 * @param from null when the caller is withheld
 * @param to null when the carrier named something that is no number
 * @param startedAt when the call came in
 * @param closures hours that were closed by hand
 * @param taken how many steps the call has taken
 * @param comebacks how many other calls of the same caller, or of withheld callers to the same number, are ringing phones outside at
 *     this time: more than a few are one call that somebody's phone sends back to us, round and round
 * @param destinations where calls may go now, whatever was allowed when the plan was published
 */
public record Routing(
        Plan plan,
        @Nullable PhoneNumber from,
        @Nullable PhoneNumber to,
        Instant startedAt,
        List<Closure> closures,
        Rotation rotation,
        int taken,
        int comebacks,
        Destinations destinations) {
    /** No caller is led further than this, whatever the plan says, and whatever they press. Some groups, rung one by one, are fewer. */
    static final int MOST_STEPS = 200;

    /** From here on nobody waits in a queue, so that there are steps left for what comes after it. */
    static final int MANY_STEPS = 150;

    /** A call comes back to us at most so often. An office that calls through one number may well ring a few of us at once. */
    static final int MOST_COMEBACKS = 4;

    /** Who withhold their number cannot be told apart, and several of them may well call one number of ours at once. */
    static final int MOST_COMEBACKS_WITHHELD = 12;

    /** What a company that has set nothing leads its calls by. */
    static final Routing USUAL =
            new Routing(Plan.DEFAULT, null, null, Instant.EPOCH, List.of(), Rotation.UNKNOWN, 0, 0);

    public Routing {
        closures = List.copyOf(closures);
    }

    /** Where a company is called on that has not chosen where calls may go. */
    public Routing(
            Plan plan,
            @Nullable PhoneNumber from,
            @Nullable PhoneNumber to,
            Instant startedAt,
            List<Closure> closures,
            Rotation rotation,
            int taken,
            int comebacks) {
        this(plan, from, to, startedAt, closures, rotation, taken, comebacks, Destinations.USUAL);
    }

    /** The same, so many steps later. */
    public Routing after(int steps, int others) {
        return new Routing(plan, from, to, startedAt, closures, rotation, steps, others, destinations);
    }

    /** The same, where calls may go elsewhere. */
    public Routing within(Destinations others) {
        return new Routing(plan, from, to, startedAt, closures, rotation, taken, comebacks, others);
    }

    Routing of(@Nullable PhoneNumber caller, @Nullable PhoneNumber called) {
        return new Routing(plan, caller, called, startedAt, closures, rotation, taken, comebacks, destinations);
    }

    Routing at(Instant instant) {
        return new Routing(plan, from, to, instant, closures, rotation, taken, comebacks, destinations);
    }

    /** What is written about the number that was called. */
    Optional<Entry> entry() {
        return Optional.ofNullable(to).map(plan.numbers()::get);
    }

    /** What the group at that place is called; empty when there is none. */
    public Optional<String> group(String place) {
        return switch (plan.at(place).orElse(null)) {
            case Node.RingGroup group -> Optional.of(group.name());
            case Node.Queue queue -> Optional.of(queue.name());
            case null, default -> Optional.empty();
        };
    }

    Language language() {
        return entry().map(Entry::language).orElse(Language.ENGLISH);
    }

    boolean isFar() {
        return taken >= MANY_STEPS;
    }

    boolean isTooFar() {
        return taken >= MOST_STEPS;
    }

    boolean comesBack() {
        return comebacks > (from == null ? MOST_COMEBACKS_WITHHELD : MOST_COMEBACKS);
    }

    boolean isOpen(String hours) {
        Schedule schedule = plan.hours().get(hours);
        return schedule != null && closed(hours).isEmpty() && Timetable.isOpen(schedule, startedAt);
    }

    /** By hand. */
    Optional<Closure> closed(String hours) {
        return closures.stream()
                .filter(closure -> closure.hours().equals(hours) && closure.covers(startedAt))
                .findFirst();
    }
}
