package io.cloudpbx.sandbox.fault;

import io.cloudpbx.sandbox.time.SandboxClock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** Lists that do not show everything. */
final class ListFaults {
    private static final int REMEMBERED = 100_000;

    private final Faults faults;
    private final SandboxClock clock;
    /** By rule and identifier, whether it is left out: a thing that is missing once is missing always. */
    private final Map<String, Map<String, Boolean>> leftOut = new ConcurrentHashMap<>();

    ListFaults(Faults faults, SandboxClock clock) {
        this.faults = faults;
        this.clock = clock;
    }

    /** What this request is not to be shown, if it asks for a list. */
    Optional<Omission> omission(Site site, List<Strike> strikes) {
        leftOut.keySet().removeIf(id -> !faults.isThere(id));
        Stream<Omission> missing = faults.omissions(site).stream().map(this::missing);
        Stream<Omission> late = strikes.stream()
                .map(Strike::what)
                .filter(What.LateInLists.class::isInstance)
                .map(What.LateInLists.class::cast)
                .map(rule -> youngerThan(Duration.ofSeconds(rule.seconds())));
        return Stream.concat(missing, late).reduce(Omission::or);
    }

    private Omission missing(FaultRule rule) {
        Map<String, Boolean> decided =
                leftOut.computeIfAbsent(String.valueOf(rule.id()), id -> new Recent<>(REMEMBERED));
        return (sid, created) -> {
            synchronized (decided) {
                return decided.computeIfAbsent(sid, any -> faults.strikes(rule));
            }
        };
    }

    private Omission youngerThan(Duration age) {
        Instant youngest = clock.instant().minus(age);
        return (sid, date) ->
                created(date.get()).map(created -> created.isAfter(youngest)).orElse(false);
    }

    private static Optional<Instant> created(String date) {
        try {
            return Optional.of(
                    date.endsWith("Z")
                            ? Instant.parse(date)
                            : DateTimeFormatter.RFC_1123_DATE_TIME.parse(date, Instant::from));
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }
}
