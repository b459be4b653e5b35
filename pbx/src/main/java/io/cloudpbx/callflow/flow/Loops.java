package io.cloudpbx.callflow.flow;

import io.cloudpbx.callflow.Node;
import io.cloudpbx.callflow.Personal;
import io.cloudpbx.callflow.Place;
import io.cloudpbx.callflow.Plan;
import io.cloudpbx.problems.Problem.FieldProblem;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Looks for callers who go round and round without doing anything: from every place, in every way in which the hours of the next 12
 * months are open and closed together, with every switch on or off, a caller who is silent and whom nobody answers must come to an
 * end. Whoever acts comes to another place, from which the same holds.
 */
final class Loops {
    private static final Duration AHEAD = Duration.ofDays(366);

    private final Plan plan;
    private final @Nullable String operator;
    private final Map<String, Boolean> pattern;
    private final List<String> path = new ArrayList<>();
    private final Map<String, Boolean> assumed = new HashMap<>();

    private Loops(Plan plan, @Nullable String operator, Map<String, Boolean> pattern) {
        this.plan = plan;
        this.operator = operator;
        this.pattern = pattern;
    }

    /** Each loop once, where it is first seen, with when. */
    static List<FieldProblem> in(Plan plan, Surroundings around) {
        Map<String, Boolean> anything = new HashMap<>();
        plan.hours().keySet().forEach(hours -> anything.put(hours, true));
        // Where there is no way round even if all hours could meet, no calendar is needed.
        if (loops(plan, around, anything).findAny().isEmpty()) {
            return List.of();
        }
        Instant now = around.now();
        Map<String, FieldProblem> found = new LinkedHashMap<>();
        Timetable.patterns(plan.hours(), now, now.plus(AHEAD))
                .forEach((pattern, first) -> loops(plan, around, pattern)
                        .forEach(loop -> found.putIfAbsent(loop, problem(loop, first, now))));
        return List.copyOf(found.values());
    }

    private static Stream<String> loops(Plan plan, Surroundings around, Map<String, Boolean> pattern) {
        return places(plan).flatMap(key -> new Loops(plan, around.operator(), pattern).from(key).stream());
    }

    private static Stream<String> places(Plan plan) {
        return Stream.concat(
                plan.nodes().keySet().stream(),
                plan.extensions().keySet().stream().map(Node.Extension::keyOf));
    }

    private static FieldProblem problem(String loop, Instant first, Instant now) {
        String when = first.isAfter(now) ? ", for calls from " + first + " on" : "";
        return new FieldProblem(
                pointer(loop.substring(0, loop.indexOf(' '))),
                "loop",
                "leads a silent caller round and round: " + loop + when);
    }

    private static String pointer(String key) {
        if (key.equals(Place.OPERATOR)) {
            return "/operator";
        }
        return key.startsWith("ext-") ? "/extensions/" + key.substring("ext-".length()) : "/nodes/" + key;
    }

    /** The loop that is come to from here, as the way round; empty when there is an end. */
    private Optional<String> from(String key) {
        if (path.contains(key)) {
            return Optional.of(round(key));
        }
        path.add(key);
        var loop = at(key).flatMap(this::onwards);
        path.removeLast();
        return loop;
    }

    private Optional<Node> at(String key) {
        return operator != null && plan.operator() == null && key.equals(Place.OPERATOR)
                ? Optional.of(new Node.Extension(operator, null))
                : plan.at(key);
    }

    /** Begun at its first place by name, so that it reads the same from wherever it is come to. */
    private String round(String key) {
        var round = new ArrayList<>(path.subList(path.indexOf(key), path.size()));
        String first = round.stream().min(String::compareTo).orElseThrow();
        Collections.rotate(round, -round.indexOf(first));
        return String.join(" → ", round) + " → " + first;
    }

    private Optional<String> onwards(Node node) {
        return switch (node) {
            case Node.Hours(var hours, var open, var closed) -> either(hours, open, closed);
            case Node.Extension(var ext, var otherwise) -> extension(ext, plan.rulesOf(ext), otherwise);
            default -> otherwise(node).flatMap(this::from);
        };
    }

    private static Optional<String> otherwise(Node node) {
        return switch (node) {
            case Node.Menu menu -> Optional.of(menu.otherwise());
            case Node.RingGroup group -> Optional.of(group.otherwise());
            case Node.Queue queue -> Optional.of(queue.otherwise());
            case Node.Announcement announcement -> Optional.of(announcement.then());
            case Node.DialByName names -> Optional.of(names.otherwise());
            case Node.Outside outside -> Optional.of(outside.otherwise());
            case Node.Receptionist receptionist -> Optional.of(Place.OPERATOR);
            case Node.Hours hours -> Optional.empty();
            case Node.Extension extension -> Optional.empty();
            case Node.Mailbox mailbox -> Optional.empty();
            case Node.Goodbye goodbye -> Optional.empty();
        };
    }

    private Optional<String> extension(String ext, Personal rules, @Nullable String own) {
        String otherwise =
                Objects.requireNonNullElse(own, Objects.requireNonNullElse(rules.otherwise(), Node.Mailbox.keyOf(ext)));
        if (rules.hours() == null) {
            return from(otherwise);
        }
        return either(rules.hours(), otherwise, Objects.requireNonNullElse(rules.closed(), Node.Mailbox.keyOf(ext)));
    }

    /** Hours may be closed by a switch at any time; they are open when they are. On one way they are one or the other. */
    private Optional<String> either(String hours, String open, String closed) {
        Boolean known = assumed.get(hours);
        if (known != null) {
            return from(known ? open : closed);
        }
        boolean mayBeOpen = pattern.getOrDefault(hours, false);
        var loop = mayBeOpen ? assuming(hours, true, open) : Optional.<String>empty();
        return loop.or(() -> assuming(hours, false, closed));
    }

    private Optional<String> assuming(String hours, boolean open, String key) {
        assumed.put(hours, open);
        var loop = from(key);
        assumed.remove(hours);
        return loop;
    }
}
