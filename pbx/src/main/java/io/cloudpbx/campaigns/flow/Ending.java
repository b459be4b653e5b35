package io.cloudpbx.campaigns.flow;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * When the last text of a campaign has left, of which nobody gets one outside their hours: who is not reached before the evening is
 * reached the next day, or the one after.
 *
 * @param <C> a crowd, all of whom may be texted at the same times
 */
public final class Ending<C> {
    private static final double MILLIS = 1_000;

    /** Of doors that open or close: two a day and crowd, for years of what no campaign should last. */
    private static final int MOST_CHANGES = 20_000;

    private final Hours<C> hours;
    private Instant at;
    private List<Crowd<C>> crowds;
    private Supply supply;

    private Ending(Instant at, List<Crowd<C>> crowds, Supply supply, Hours<C> hours) {
        this.at = at;
        this.crowds = crowds;
        this.supply = supply;
        this.hours = hours;
    }

    /** When a crowd may be texted. */
    public interface Hours<C> {
        Door at(C crowd, Instant instant);
    }

    /**
     * Whether a crowd may be texted.
     *
     * @param until when that changes; null for never
     */
    public record Door(boolean open, @Nullable Instant until) {}

    /** @param left segments that have not left yet */
    private record Crowd<C>(C name, double left, Door door) {
        boolean changesBy(Instant instant) {
            Instant until = door.until();
            return until != null && !until.isAfter(instant);
        }
    }

    /** With numbers that may send as much as they can. @param perSecond of all numbers together, more than none */
    public static <C> Optional<Instant> of(Instant now, Map<C, Long> segments, double perSecond, Hours<C> hours) {
        return of(now, segments, Supply.of(perSecond), hours);
    }

    /**
     * The numbers are never idle while somebody may be texted, and whoever may be has their share of them.
     *
     * @param segments of each crowd
     * @return empty when some of them can never be texted
     */
    public static <C> Optional<Instant> of(Instant now, Map<C, Long> segments, Supply supply, Hours<C> hours) {
        List<Crowd<C>> crowds = segments.entrySet().stream()
                .filter(each -> each.getValue() > 0)
                .map(each -> new Crowd<>(each.getKey(), each.getValue(), hours.at(each.getKey(), now)))
                .toList();
        return new Ending<>(now, crowds, supply, hours).end();
    }

    private Optional<Instant> end() {
        for (int change = 0; change < MOST_CHANGES; change++) {
            Optional<Instant> next = nextChange();
            if (crowds.stream().allMatch(crowd -> crowd.door().open())) {
                Optional<Instant> all = allSent();
                if (all.filter(sent -> next.filter(sent::isAfter).isEmpty()).isPresent()) {
                    return all;
                }
            }
            if (next.isEmpty()) {
                return Optional.empty();
            }
            pass(next.get());
        }
        return Optional.empty();
    }

    private double open() {
        return crowds.stream()
                .filter(crowd -> crowd.door().open())
                .mapToDouble(Crowd::left)
                .sum();
    }

    /** When those have their texts whose doors are open, if nothing changes before. */
    private Optional<Instant> allSent() {
        double open = open();
        if (open == 0) {
            return Optional.of(at);
        }
        return supply.perSecond() > 0 ? Optional.of(in(open / supply.perSecond())) : Optional.empty();
    }

    private Instant in(double seconds) {
        return at.plusMillis(Math.round(seconds * MILLIS));
    }

    /** A door opens or closes, a number has sent what it may today, or the carrier's next day begins. */
    private Optional<Instant> nextChange() {
        Stream<Instant> doors =
                crowds.stream().flatMap(crowd -> Stream.ofNullable(crowd.door().until()));
        Stream<Instant> usedUp = open() > 0
                ? supply.lasts().stream().mapToObj(seconds -> at.plusMillis((long) Math.ceil(seconds * MILLIS)))
                : Stream.of();
        Stream<Instant> days = supply.isCapped() ? Stream.of(CarrierDay.endAfter(at)) : Stream.of();
        return Stream.of(doors, usedUp, days).flatMap(same -> same).min(Comparator.naturalOrder());
    }

    private void pass(Instant until) {
        double seconds = Duration.between(at, until).toMillis() / MILLIS;
        double open = open();
        if (open > 0) {
            send(Math.max(0, 1 - seconds * supply.perSecond() / Math.max(1, open)));
            supply = supply.after(Math.min(seconds, open / Math.max(Double.MIN_NORMAL, supply.perSecond())));
        }
        if (!until.isBefore(CarrierDay.endAfter(at))) {
            supply = supply.tomorrow();
        }
        crowds = crowds.stream()
                .map(crowd -> crowd.changesBy(until)
                        ? new Crowd<>(crowd.name(), crowd.left(), hours.at(crowd.name(), until))
                        : crowd)
                .toList();
        at = until;
    }

    /** @param share how much of what those wait for whose doors are open is left then */
    private void send(double share) {
        crowds = crowds.stream()
                .map(crowd ->
                        crowd.door().open() ? new Crowd<>(crowd.name(), crowd.left() * share, crowd.door()) : crowd)
                .filter(crowd -> crowd.left() > 0)
                .toList();
    }
}
