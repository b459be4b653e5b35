package io.cloudpbx.calls.flow;

import io.cloudpbx.telephony.Destinations;
import io.cloudpbx.telephony.PhoneNumber;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * All that a decision may know.
 *
 * @param directory everybody who can be reached, by extension
 * @param operator who answers for all; empty when the company has named nobody
 * @param lasted how long ago the call began
 * @param listening how the receptionist listens, should the caller come to it
 * @param routing by which plan the call is led
 * @param waiting who else waits in queues
 */
public record CallSituation(
        Dialled dialled,
        Map<String, Callee> directory,
        Optional<Callee> operator,
        Duration lasted,
        Listening listening,
        Routing routing,
        Waiting waiting) {
    public CallSituation {
        directory = Map.copyOf(directory);
    }

    /** While nobody waits. */
    public CallSituation(
            Dialled dialled,
            Map<String, Callee> directory,
            Optional<Callee> operator,
            Duration lasted,
            Listening listening,
            Routing routing) {
        this(dialled, directory, operator, lasted, listening, routing, Waiting.NOBODY);
    }

    /** Of a company that has set nothing. */
    CallSituation(
            Dialled dialled,
            Map<String, Callee> directory,
            Optional<Callee> operator,
            Duration lasted,
            Listening listening) {
        this(dialled, directory, operator, lasted, listening, Routing.USUAL);
    }

    /** The same, so many steps after the beginning. */
    public CallSituation after(int steps) {
        var later = routing.after(steps, routing.comebacks());
        return new CallSituation(dialled, directory, operator, lasted, listening, later, waiting);
    }

    /** The same, among those. */
    public CallSituation among(Waiting others) {
        return new CallSituation(dialled, directory, operator, lasted, listening, routing, others);
    }

    /** Of the same call, had it come in then. */
    public CallSituation at(Instant instant) {
        return new CallSituation(dialled, directory, operator, lasted, listening, routing.at(instant), waiting);
    }

    /** Of another call, to the same people. */
    public CallSituation of(Dialled number, @Nullable PhoneNumber from, @Nullable PhoneNumber to, Instant startedAt) {
        return new CallSituation(
                number,
                directory,
                operator,
                lasted,
                listening,
                routing.of(from, to).at(startedAt),
                waiting);
    }

    /** Said where there is nothing to say. */
    Saying silence() {
        return new Saying.Nothing(routing.language());
    }

    /** Whether somebody's phone may be rung now. */
    boolean rings(Callee callee) {
        return callee.ringsAt() != null
                && barOf(callee).isEmpty()
                && restOf(callee).isEmpty();
    }

    /** What keeps somebody's own phone from being called. */
    Optional<Destinations.Bar> barOf(Callee callee) {
        return Optional.ofNullable(callee.ringsAt()).flatMap(routing.destinations()::against);
    }

    /** Why somebody's own phone is not rung now, going on from their name. */
    String whyNotRung(Callee callee) {
        return restOf(callee)
                .map(Rest::words)
                .or(() -> barOf(callee).map(bar -> "has a phone that " + bar.words()))
                .orElse("has no phone to ring");
    }

    /** What keeps somebody from being rung who may have a phone. */
    Optional<Rest> restOf(Callee callee) {
        var rules = routing.plan().rulesOf(callee.ext());
        if (rules.doNotDisturb() || isQuiet(callee)) {
            return Optional.of(new Rest("Do not disturb", "does not want to be disturbed", null));
        }
        if (rules.hours() != null && !routing.isOpen(rules.hours())) {
            return Optional.of(
                    new Rest("Hours of extension " + callee.ext(), "is not there at this time", rules.hours()));
        }
        return routing.comesBack()
                ? Optional.of(new Rest("Hop limit", "has a phone that sends the call back to us", null))
                : Optional.empty();
    }

    /** Asked at this moment and not when the call came in: who wants to be left alone is, by those too who wait already. */
    private boolean isQuiet(Callee callee) {
        return callee.quiet() != null
                && callee.quiet().lasts(routing.startedAt().plus(lasted));
    }

    /**
     * What keeps somebody from being rung.
     *
     * @param words going on from their name
     * @param hours the name of the schedule that says so; null when none does
     */
    record Rest(String rule, String words, @Nullable String hours) {}
}
