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

    private final List<Crowd<C>> crowds;
    private final double perSecond;
    private final Hours<C> hours;

    private Ending(List<Crowd<C>> crowds, double perSecond, Hours<C> hours) {
        this.crowds = crowds;
        this.perSecond = perSecond;
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

    /**
     * The numbers are never idle while somebody may be texted, and whoever may be has their share of them.
     *
     * @param segments of each crowd
     * @param perSecond of all numbers together, more than none
     * @return empty when some of them can never be texted
     */
    public static <C> Optional<Instant> of(Instant now, Map<C, Long> segments, double perSecond, Hours<C> hours) {
        List<Crowd<C>> crowds = segments.entrySet().stream()
                .filter(each -> each.getValue() > 0)
                .map(each -> new Crowd<>(each.getKey(), each.getValue(), hours.at(each.getKey(), now)))
                .toList();
        return new Ending<>(crowds, perSecond, hours).after(now);
    }

    private Optional<Instant> after(Instant now) {
        Instant at = now;
        List<Crowd<C>> left = crowds;
        for (int change = 0; change < MOST_CHANGES; change++) {
            Instant all = at.plusMillis(Math.round(open(left) * MILLIS / perSecond));
            Optional<Instant> next = nextChange(left);
            boolean allAreOpen = left.stream().allMatch(crowd -> crowd.door().open());
            if (allAreOpen && next.filter(all::isAfter).isEmpty()) {
                return Optional.of(all);
            }
            if (next.isEmpty()) {
                return Optional.empty();
            }
            left = after(left, at, next.get());
            at = next.get();
        }
        return Optional.empty();
    }

    private static <C> double open(List<Crowd<C>> crowds) {
        return crowds.stream()
                .filter(crowd -> crowd.door().open())
                .mapToDouble(Crowd::left)
                .sum();
    }

    private static <C> Optional<Instant> nextChange(List<Crowd<C>> crowds) {
        return crowds.stream()
                .flatMap(crowd -> Stream.ofNullable(crowd.door().until()))
                .min(Comparator.naturalOrder());
    }

    private List<Crowd<C>> after(List<Crowd<C>> crowds, Instant from, Instant until) {
        double sent = Duration.between(from, until).toMillis() / MILLIS * perSecond;
        double share = Math.max(0, 1 - sent / Math.max(1, open(crowds)));
        return crowds.stream()
                .map(crowd ->
                        crowd.door().open() ? new Crowd<>(crowd.name(), crowd.left() * share, crowd.door()) : crowd)
                .filter(crowd -> crowd.left() > 0)
                .map(crowd -> crowd.changesBy(until)
                        ? new Crowd<>(crowd.name(), crowd.left(), hours.at(crowd.name(), until))
                        : crowd)
                .toList();
    }
}
