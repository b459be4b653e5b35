package io.cloudpbx.calls.flow;

import io.cloudpbx.callflow.Closure;
import io.cloudpbx.callflow.flow.Timetable;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A call as it would go.
 *
 * @param steps up to the last
 * @param changesAt from when on such a call would go another way; empty when it would not within a year
 */
public record Imagined(List<NextStep> steps, Ending ends, Optional<Instant> changesAt) {
    private static final Duration AHEAD = Duration.ofDays(366);

    public Imagined {
        steps = List.copyOf(steps);
    }

    /** @param keys see {@link Walk} */
    public static Imagined of(CallSituation situation, List<String> keys) {
        var steps = Walk.of(situation, keys);
        return new Imagined(steps, Ending.of(steps), nextChange(situation, keys, steps));
    }

    /** Where such a call would end, and nothing else. */
    public static Ending endOf(CallSituation situation, List<String> keys) {
        return Ending.of(Walk.of(situation, keys));
    }

    /** Tried rather than reckoned: the first of all instants at which anything changes that changes this call. */
    private static Optional<Instant> nextChange(CallSituation situation, List<String> keys, List<NextStep> steps) {
        var doing = doing(steps);
        return instants(situation)
                .filter(instant -> !doing(Walk.of(situation.at(instant), keys)).equals(doing))
                .findFirst();
    }

    private static Stream<Instant> instants(CallSituation situation) {
        Routing routing = situation.routing();
        Instant from = routing.startedAt();
        var schedules = routing.plan().hours().values();
        var closures = routing.closures().stream()
                .flatMap(closure -> Stream.of(closure.since(), end(closure)))
                .filter(from::isBefore);
        var wishes = situation.directory().values().stream()
                .flatMap(callee -> Stream.ofNullable(callee.quiet()))
                .flatMap(quiet -> Stream.ofNullable(quiet.until()))
                .filter(from::isBefore);
        return Stream.of(Timetable.changes(schedules, from, from.plus(AHEAD)).stream(), closures, wishes)
                .flatMap(instants -> instants)
                .sorted();
    }

    private static Instant end(Closure closure) {
        return closure.until() == null ? closure.since() : closure.until();
    }

    private static List<CallStep> doing(List<NextStep> steps) {
        return steps.stream().map(NextStep::step).toList();
    }
}
