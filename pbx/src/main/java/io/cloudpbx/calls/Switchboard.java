package io.cloudpbx.calls;

import io.cloudpbx.callflow.Node;
import io.cloudpbx.callflow.Personal;
import io.cloudpbx.callflow.Plan;
import io.cloudpbx.callflow.Plans;
import io.cloudpbx.calls.store.LegRows;
import io.cloudpbx.calls.store.WaitingRows;
import io.cloudpbx.calls.store.WaitingRows.Line;
import io.cloudpbx.extensions.Extension;
import io.cloudpbx.extensions.Extensions;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who waits in which line, and what everybody inside does, at a moment. */
@Component
public class Switchboard {
    private static final Duration LONGEST_CALL = Duration.ofHours(12);
    private static final Set<String> WITH_SOMEBODY = Set.of("talking", "held");

    private final Plans plans;
    private final NumberHours hours;
    private final Extensions extensions;
    private final CallViews calls;
    private final WaitingRows waiting;
    private final LegRows legs;

    Switchboard(
            Plans plans, NumberHours hours, Extensions extensions, CallViews calls, WaitingRows waiting, LegRows legs) {
        this.plans = plans;
        this.hours = hours;
        this.extensions = extensions;
        this.calls = calls;
        this.waiting = waiting;
        this.legs = legs;
    }

    /** A queue of the call flow. @param waitingSince since when the first of them does; null when nobody waits */
    public record Queue(
            String place,
            String name,
            int waiting,
            @Nullable Instant waitingSince,
            int members,
            int free) {}

    public record Board(List<Queue> queues, List<Seat> people) {}

    public Board at(Instant now) {
        Plan plan = plans.version(plans.current());
        List<Seat> seats = seats(plan, now);
        return new Board(queues(plan, seats, now), seats);
    }

    private List<Seat> seats(Plan plan, Instant now) {
        Map<UUID, Instant> talking = talking();
        Map<UUID, Instant> ringing = legs.ringing(now.minus(LONGEST_CALL));
        return extensions.active().stream()
                .sorted(Comparator.comparing(Extension::ext))
                .map(person -> Seat.of(
                        CallView.party(person),
                        known(plan.rulesOf(person.ext()), person, plan, now)
                                .with(talking.get(person.id()), ringing.get(person.id()))))
                .toList();
    }

    private Resting known(Personal rules, Extension person, Plan plan, Instant now) {
        boolean away = rules.hours() != null && !hours.isOpen(plan, rules.hours(), now);
        boolean phone = person.forwardTo() != null || !rules.findMe().isEmpty();
        return new Resting(rules.doNotDisturb() || person.quietAt(now).isPresent(), away, phone);
    }

    private record Resting(boolean doNotDisturb, boolean away, boolean phone) {
        Seat.Known with(@Nullable Instant talkingSince, @Nullable Instant ringingSince) {
            return new Seat.Known(talkingSince, ringingSince, doNotDisturb, away, phone);
        }
    }

    /** Since when, also with a caller on hold, or with a colleague. */
    private Map<UUID, Instant> talking() {
        Map<UUID, Instant> talking = new HashMap<>();
        for (CallView call : calls.live()) {
            if (WITH_SOMEBODY.contains(call.where())) {
                Instant since = Optional.ofNullable(call.answeredAt()).orElse(call.startedAt());
                inside(call).forEach(party -> talking.merge(party.id(), since, Switchboard::earlier));
            }
        }
        return talking;
    }

    private static Stream<CallView.Party> inside(CallView call) {
        CallView.InHands hands = call.inHands();
        if (hands == null) {
            return Stream.ofNullable(call.extension());
        }
        return Stream.concat(
                hands.stage().equals("parked") ? Stream.empty() : Stream.ofNullable(call.extension()),
                hands.colleagueThere() ? Stream.ofNullable(hands.colleague()) : Stream.empty());
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    /** Those of the call flow, in its order. */
    private List<Queue> queues(Plan plan, List<Seat> seats, Instant now) {
        Map<String, Line> lines =
                waiting.lines(now).stream().collect(Collectors.toMap(Line::place, Function.identity()));
        return plan.nodes().entrySet().stream()
                .flatMap(place -> place.getValue() instanceof Node.Queue queue
                        ? Stream.of(queue(place.getKey(), queue, Optional.ofNullable(lines.get(place.getKey())), seats))
                        : Stream.empty())
                .toList();
    }

    private static Queue queue(String place, Node.Queue queue, Optional<Line> line, List<Seat> seats) {
        long free = seats.stream()
                .filter(seat ->
                        seat.isFree() && queue.members().contains(seat.person().ext()))
                .count();
        return new Queue(
                place,
                queue.name(),
                line.map(Line::waiting).orElse(0),
                line.map(Line::since).orElse(null),
                queue.members().size(),
                (int) free);
    }
}
