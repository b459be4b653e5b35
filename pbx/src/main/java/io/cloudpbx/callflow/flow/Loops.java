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
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Looks for callers who go round and round without doing anything: from every place, in every way in which the hours of the next 12
 * months are open and closed together, with every switch on or off, a caller who is silent and whom nobody answers must come to an
 * end. Whoever acts comes to another place, from which the same holds.
 *
 * <p>From how many places a caller comes to an end is found once for each: a place is not looked at again with the same hours known
 * that could matter later. Hours that are asked about at many places of one circle can still be combined in more ways than anybody can
 * try; such a plan is refused rather than tried for ever.
 */
final class Loops {
    private static final Duration AHEAD = Duration.ofDays(366);

    /** A second's work at most. What people draw takes a few hundred. */
    private static final int MOST_LOOKS = 200_000;

    private static final int MOST_LOOKS_IN_A_YEAR = 2_000_000;

    private static final FieldProblem UNCLEAR = new FieldProblem(
            "/hours",
            "too_many_ways",
            "lead silent callers back in so many combinations that nobody can say whether each call ends;"
                    + " let fewer hours lead back to a place before them");

    private final Plan plan;
    private final @Nullable String operator;
    private final Map<String, Boolean> pattern;
    private final Set<String> circular;
    private final List<String> recurring;
    private final List<String> path = new ArrayList<>();
    private final Map<String, Boolean> assumed = new HashMap<>();
    private final Set<Look> ending = new HashSet<>();
    private int looks;

    private Loops(Plan plan, @Nullable String operator, Map<String, Boolean> pattern) {
        this.plan = plan;
        this.operator = operator;
        this.pattern = pattern;
        this.circular = circular();
        this.recurring = recurring();
    }

    /**
     * A place that was come to, with what is known of hours that may be asked about again: a letter for each, as maps that differ in
     * truths alone have nearly all the same hash.
     */
    private record Look(String key, String known) {}

    /** A way on from a place. @param hours that must be open, or closed, for it; null when it is always there */
    private record Branch(@Nullable String hours, boolean open, String to) {}

    /** Each loop once, where it is first seen, with when. */
    static List<FieldProblem> in(Plan plan, Surroundings around) {
        Map<String, Boolean> anything = new HashMap<>();
        plan.hours().keySet().forEach(hours -> anything.put(hours, true));
        var wherever = new Loops(plan, around.operator(), anything);
        // Where there is no way round even if all hours could meet, no calendar is needed.
        if (wherever.all().isEmpty()) {
            return wherever.isUnclear() ? List.of(UNCLEAR) : List.of();
        }
        Instant now = around.now();
        Map<String, FieldProblem> found = new LinkedHashMap<>();
        int looks = 0;
        for (var entry : Timetable.patterns(plan.hours(), now, now.plus(AHEAD)).entrySet()) {
            var then = new Loops(plan, around.operator(), entry.getKey());
            then.all().forEach(loop -> found.putIfAbsent(loop, problem(loop, entry.getValue(), now)));
            looks += then.looks;
            if (then.isUnclear() || looks > MOST_LOOKS_IN_A_YEAR) {
                found.put(UNCLEAR.code(), UNCLEAR);
                break;
            }
        }
        return List.copyOf(found.values());
    }

    private boolean isUnclear() {
        return looks > MOST_LOOKS;
    }

    private List<String> all() {
        return places().flatMap(key -> from(key).stream()).toList();
    }

    private Stream<String> places() {
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

    /** From where there is a way round when every hour could be open and closed at once: elsewhere nobody has to look. */
    private Set<String> circular() {
        Map<String, Boolean> ends = new HashMap<>();
        places().forEach(key -> ends(key, ends));
        return ends.entrySet().stream()
                .filter(entry -> !entry.getValue())
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    /** A place that is still being looked at does not end: whoever comes to it again has come round. */
    private boolean ends(String key, Map<String, Boolean> known) {
        Boolean before = known.putIfAbsent(key, false);
        if (before != null) {
            return before;
        }
        boolean ends = true;
        for (Branch branch : branches(key)) {
            ends &= ends(branch.to(), known);
        }
        known.put(key, ends);
        return ends;
    }

    /** Hours that are asked about in more than one place: of others it is known nowhere else how they were. */
    private List<String> recurring() {
        Map<String, Integer> places = new HashMap<>();
        circular.forEach(key -> branches(key).stream()
                .flatMap(branch -> Stream.ofNullable(branch.hours()))
                .distinct()
                .forEach(hours -> places.merge(hours, 1, Integer::sum)));
        return places.entrySet().stream()
                .filter(entry -> entry.getValue() > 1)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** The loop that is come to from here, as the way round; empty when there is an end. */
    private Optional<String> from(String key) {
        if (path.contains(key)) {
            return Optional.of(round(key));
        }
        var look = new Look(key, mattering());
        if (!circular.contains(key) || ending.contains(look) || ++looks > MOST_LOOKS) {
            return Optional.empty();
        }
        path.add(key);
        var loop =
                branches(key).stream().flatMap(branch -> along(branch).stream()).findFirst();
        path.removeLast();
        if (loop.isEmpty()) {
            ending.add(look);
        }
        return loop;
    }

    private String mattering() {
        return recurring.stream().map(hours -> letter(assumed.get(hours))).collect(Collectors.joining());
    }

    private static String letter(@Nullable Boolean open) {
        if (open == null) {
            return "?";
        }
        return open ? "o" : "c";
    }

    /** Begun at its first place by name, so that it reads the same from wherever it is come to. */
    private String round(String key) {
        var round = new ArrayList<>(path.subList(path.indexOf(key), path.size()));
        String first = round.stream().min(String::compareTo).orElseThrow();
        Collections.rotate(round, -round.indexOf(first));
        return String.join(" → ", round) + " → " + first;
    }

    /** Hours may be closed by a switch at any time; they are open when they are. On one way they are one or the other. */
    private Optional<String> along(Branch branch) {
        String hours = branch.hours();
        if (hours == null) {
            return from(branch.to());
        }
        Boolean known = assumed.get(hours);
        if (known != null) {
            return known == branch.open() ? from(branch.to()) : Optional.empty();
        }
        if (branch.open() && !pattern.getOrDefault(hours, false)) {
            return Optional.empty();
        }
        assumed.put(hours, branch.open());
        var loop = from(branch.to());
        assumed.remove(hours);
        return loop;
    }

    private List<Branch> branches(String key) {
        return at(key).map(this::branches).orElseGet(List::of);
    }

    private Optional<Node> at(String key) {
        return operator != null && plan.operator() == null && key.equals(Place.OPERATOR)
                ? Optional.of(new Node.Extension(operator, null))
                : plan.at(key);
    }

    private List<Branch> branches(Node node) {
        return switch (node) {
            case Node.Hours(var hours, var open, var closed) -> either(hours, open, closed);
            case Node.Extension(var ext, var otherwise) -> extension(ext, plan.rulesOf(ext), otherwise);
            case Node.Menu menu -> always(menu.otherwise());
            case Node.RingGroup group -> always(group.otherwise());
            case Node.Queue queue -> always(queue.otherwise());
            case Node.Announcement announcement -> always(announcement.then());
            case Node.DialByName names -> always(names.otherwise());
            case Node.Outside outside -> always(outside.otherwise());
            case Node.Receptionist receptionist -> always(Place.OPERATOR);
            case Node.Mailbox mailbox -> List.of();
            case Node.Goodbye goodbye -> List.of();
        };
    }

    private List<Branch> extension(String ext, Personal rules, @Nullable String own) {
        String otherwise =
                Objects.requireNonNullElse(own, Objects.requireNonNullElse(rules.otherwise(), Node.Mailbox.keyOf(ext)));
        return rules.hours() == null
                ? always(otherwise)
                : either(rules.hours(), otherwise, Objects.requireNonNullElse(rules.closed(), Node.Mailbox.keyOf(ext)));
    }

    private static List<Branch> always(String to) {
        return List.of(new Branch(null, false, to));
    }

    private static List<Branch> either(String hours, String open, String closed) {
        return List.of(new Branch(hours, true, open), new Branch(hours, false, closed));
    }
}
