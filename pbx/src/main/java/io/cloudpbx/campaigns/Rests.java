package io.cloudpbx.campaigns;

import io.cloudpbx.campaigns.flow.NumberRest;
import io.cloudpbx.campaigns.flow.NumberRest.Reason;
import io.cloudpbx.campaigns.flow.NumbersDay;
import io.cloudpbx.campaigns.store.DayRows;
import io.cloudpbx.campaigns.store.LullRows;
import io.cloudpbx.campaigns.store.LullRows.Stopped;
import io.cloudpbx.telephony.PhoneNumber;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Which numbers send nothing for now, why, and until when. */
@Component
class Rests {
    private final LullRows rows;
    private final DayRows days;
    private final Clock clock;

    Rests(LullRows rows, DayRows days, Clock clock) {
        this.rows = rows;
        this.days = days;
        this.clock = clock;
    }

    /** In the order of the numbers; for each the longer of two reasons. */
    List<NumberRest> of(List<PhoneNumber> numbers) {
        Instant now = clock.instant();
        Map<PhoneNumber, NumberRest> rests = new HashMap<>();
        Stream.concat(stopped(numbers, now), full(numbers, now))
                .forEach(rest -> rests.merge(
                        rest.number(), rest, (one, other) -> one.until().isBefore(other.until()) ? other : one));
        return numbers.stream()
                .flatMap(number -> Optional.ofNullable(rests.get(number)).stream())
                .toList();
    }

    private Stream<NumberRest> stopped(List<PhoneNumber> numbers, Instant now) {
        return rows.stopped(numbers).stream().map(each -> stopped(each, now));
    }

    private static NumberRest stopped(Stopped each, Instant now) {
        Instant until = now.plus(each.rest());
        if (!each.because().isEmpty()) {
            return new NumberRest(each.number(), until, Reason.FAULT, each.because());
        }
        String why = each.note().isEmpty() ? "The carrier takes no more of it for now." : each.note();
        return new NumberRest(each.number(), until, Reason.CARRIER, why);
    }

    private Stream<NumberRest> full(List<PhoneNumber> numbers, Instant now) {
        Map<PhoneNumber, NumbersDay> capped = days.of(numbers);
        return capped.entrySet().stream()
                .filter(each -> each.getValue().full())
                .map(each -> NumberRest.after(each.getKey(), each.getValue(), now));
    }
}
