package io.cloudpbx.messaging.send;

import io.cloudpbx.carrier.CarrierText;
import io.cloudpbx.carrier.CarrierTexts;
import io.cloudpbx.jobs.Recurring;
import io.cloudpbx.messaging.Text;
import io.cloudpbx.messaging.store.TextHistory;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Asks the carrier about texts of which it has said nothing for a while: the news of their end may be lost (A10, R6). */
@Component
class QuietTexts implements Recurring {
    private static final Duration QUIET = Duration.ofMinutes(15);
    /** After a day no receipt comes any more; what was sent stays sent (A8). */
    private static final Duration OLDEST = Duration.ofHours(25);

    private static final int AT_ONCE = 200;

    private final TextHistory history;
    private final CarrierTexts carrier;
    private final Acceptances acceptances;
    private final Clock clock;

    QuietTexts(TextHistory history, CarrierTexts carrier, Acceptances acceptances, Clock clock) {
        this.history = history;
        this.carrier = carrier;
        this.acceptances = acceptances;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "messaging.sweep-quiet";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(10);
    }

    @Override
    public void run() {
        var now = clock.instant();
        history.quietSince(now.minus(QUIET), now.minus(OLDEST), AT_ONCE).forEach(this::ask);
    }

    private void ask(Text text) {
        carrier.text(Objects.requireNonNull(text.carrierId())).ifPresent(this::hear);
        history.lookedAt(text.id(), clock.instant());
    }

    private void hear(CarrierText text) {
        if (text.status() != null) {
            acceptances.said(text.id(), text.status(), text.errorCode());
        }
    }
}
