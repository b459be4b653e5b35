package io.cloudpbx.messaging.arrive;

import io.cloudpbx.carrier.CarrierText;
import io.cloudpbx.carrier.CarrierTexts;
import io.cloudpbx.forgetting.Forgetting;
import io.cloudpbx.jobs.Recurring;
import io.cloudpbx.messaging.store.TextHistory;
import io.cloudpbx.numbers.Numbers;
import io.cloudpbx.telephony.PhoneNumber;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Asks the carrier for texts that came in while it could not reach us, a STOP perhaps among them: it does not bring them again
 * (A14, R6). They are taken in oldest first, as if they had just come.
 */
@Component
public class MissedArrivals implements Recurring {
    private static final Logger LOG = LoggerFactory.getLogger(MissedArrivals.class);
    private static final Duration BACK = Duration.ofHours(24);

    /** Of a day; older ones were asked for ten minutes ago. */
    private static final int MOST = 5_000;

    private final CarrierTexts carrier;
    private final TextHistory history;
    private final Forgetting forgetting;
    private final Arrivals arrivals;
    private final Numbers numbers;
    private final Clock clock;

    MissedArrivals(
            CarrierTexts carrier,
            TextHistory history,
            Forgetting forgetting,
            Arrivals arrivals,
            Numbers numbers,
            Clock clock) {
        this.forgetting = forgetting;
        this.carrier = carrier;
        this.history = history;
        this.arrivals = arrivals;
        this.numbers = numbers;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "messaging.sweep-arrivals";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(10);
    }

    @Override
    public void run() {
        fetchSince(clock.instant().minus(BACK), MOST);
    }

    /** @return what came in, newest first, whether it was known or not */
    public List<CarrierText> fetchSince(Instant since, int most) {
        List<CarrierText> received = carrier.receivedSince(since, most);
        List<CarrierText> missed = received.stream()
                .filter(text -> !history.isKnown(text.id()) && !forgetting.isForgotten(text.id()))
                .filter(text -> PhoneNumber.reported(text.to())
                        .flatMap(numbers::holding)
                        .isPresent())
                .toList();
        missed.reversed()
                .forEach(text -> arrivals.receive(
                        new Arriving(text.id(), text.from(), text.to(), text.body(), text.mediaCount(), List.of())));
        if (!missed.isEmpty()) {
            LOG.info("{} texts that the carrier could not bring were fetched.", missed.size());
        }
        return received;
    }
}
