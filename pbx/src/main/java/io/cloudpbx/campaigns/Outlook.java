package io.cloudpbx.campaigns;

import com.github.benmanes.caffeine.cache.Ticker;
import io.cloudpbx.campaigns.flow.Ending;
import io.cloudpbx.campaigns.flow.Ending.Door;
import io.cloudpbx.campaigns.flow.NumbersDay;
import io.cloudpbx.campaigns.flow.Pace;
import io.cloudpbx.campaigns.flow.Supply;
import io.cloudpbx.campaigns.store.DayRows;
import io.cloudpbx.campaigns.store.FigureRows;
import io.cloudpbx.messaging.TextingHours;
import io.cloudpbx.messaging.flow.Clocks;
import io.cloudpbx.messaging.flow.QuietHours.Opening;
import io.cloudpbx.messaging.flow.TextKind;
import io.cloudpbx.telephony.PhoneNumber;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** When campaigns will be over. */
@Component
class Outlook {
    private static final Duration AN_HOUR = Duration.ofHours(1).minusNanos(1);

    private final FigureRows figures;
    private final DayRows days;
    private final TextingHours hours;
    private final Pace pace;
    private final Clock clock;
    private final Sparingly<UUID, Map<PhoneNumber, Long>> waiting;

    Outlook(FigureRows figures, DayRows days, TextingHours hours, Pace pace, Clock clock) {
        this.figures = figures;
        this.days = days;
        this.hours = hours;
        this.pace = pace;
        this.clock = clock;
        this.waiting = new Sparingly<>(figures::waitingByArea, Ticker.systemTicker());
    }

    /**
     * People who may be texted at the same times.
     *
     * @param from not before, whatever their hours say; null for whenever they allow it
     */
    record Crowd(Clocks clocks, @Nullable Instant from) {}

    Crowd crowd(PhoneNumber to, TextKind kind) {
        return new Crowd(hours.of(to, kind), null);
    }

    /** The same, to the hour: those who have had a text today would else wait for as many moments as there are people. */
    Crowd crowd(PhoneNumber to, TextKind kind, Instant from) {
        return new Crowd(hours.of(to, kind), from.plus(AN_HOUR).truncatedTo(ChronoUnit.HOURS));
    }

    /**
     * @param each how many segments a text has, about
     * @param senders of which none sends anything else meanwhile
     * @return null when some people can never be texted
     */
    @Nullable
    Instant ends(Instant now, Map<Crowd, Long> segments, double each, List<PhoneNumber> senders) {
        return Ending.of(now, segments, supply(senders, each), this::door).orElse(null);
    }

    private Supply supply(List<PhoneNumber> senders, double each) {
        Map<PhoneNumber, NumbersDay> capped = days.of(senders);
        return new Supply(
                senders.stream()
                        .map(number -> supplies(number, capped.get(number)))
                        .toList(),
                pace.most(each));
    }

    private Supply.One supplies(PhoneNumber number, @Nullable NumbersDay day) {
        return day == null
                ? new Supply.One(pace.of(number), Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY)
                : new Supply.One(pace.of(number), day.left(), day.most());
    }

    /**
     * When one that runs is over.
     *
     * @param left how many wait, by the newest count
     * @param each how many segments each of them is
     */
    @Nullable
    Instant ends(Campaign campaign, long left, int each) {
        Instant now = clock.instant();
        Map<PhoneNumber, Long> areas = waiting.get(campaign.id());
        double counted = areas.values().stream().mapToLong(Long::longValue).sum();
        Map<Crowd, Long> segments = new HashMap<>();
        areas.forEach((one, people) -> segments.merge(
                crowd(one, campaign.kind()), (long) Math.ceil(people * each * left / counted), Long::sum));
        Instant sent = ends(now, segments, each, campaign.senders());
        return figures.lastDue(campaign.id())
                .filter(due -> sent != null && sent.isBefore(due))
                .orElse(sent);
    }

    private Door door(Crowd crowd, Instant instant) {
        Instant from = crowd.from();
        if (from != null && instant.isBefore(from)) {
            return new Door(false, from);
        }
        return switch (hours.at(crowd.clocks(), instant)) {
            case Opening.Open(var until) -> new Door(true, until.orElse(null));
            case Opening.Closed(var because, var opens) -> new Door(false, opens.orElse(null));
        };
    }
}
