package io.cloudpbx.dialing;

import io.cloudpbx.carrier.Carrier;
import io.cloudpbx.carrier.CarrierCall;
import io.cloudpbx.dialing.store.DialedCallRows;
import io.cloudpbx.jobs.Recurring;
import io.cloudpbx.telephony.CallStatus;
import io.cloudpbx.telephony.CarrierId;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Asks the carrier about live calls of which nothing was heard for a while: the news of their end may be lost (R6). */
@Component
class QuietDialedCalls implements Recurring {
    private static final Duration EVERY = Duration.ofSeconds(20);
    private static final Duration QUIET = Duration.ofSeconds(45);
    /** A call that the carrier has forgotten is over as well. */
    private static final CarrierCall FORGOTTEN = new CarrierCall(CallStatus.COMPLETED, null, null);

    private final DialedCallRows rows;
    private final Progress progress;
    private final PhoneNews news;
    private final Apart apart;
    private final Carrier carrier;
    private final Clock clock;

    QuietDialedCalls(
            DialedCallRows rows, Progress progress, PhoneNews news, Apart apart, Carrier carrier, Clock clock) {
        this.rows = rows;
        this.progress = progress;
        this.news = news;
        this.apart = apart;
        this.carrier = carrier;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "dialing.sweep-quiet";
    }

    @Override
    public Duration every() {
        return EVERY;
    }

    @Override
    public void run() {
        rows.quietSince(clock.instant().minus(QUIET)).forEach(this::ask);
    }

    private void ask(DialedCall call) {
        CarrierId own = Objects.requireNonNull(call.carrierId());
        CallStatus status = status(own);
        if (status != null && status.isOver()) {
            progress.heardOf(call.id());
            news.ofOwn(call.id(), own, status);
            return;
        }
        progress.heardOf(call.id());
        boolean alone = apart.wasHeld(call)
                .filter(called -> !apart.isHandedOver(call.id()))
                .map(called -> status(called.phone()))
                .filter(CallStatus::isOver)
                .isPresent();
        if (alone) {
            progress.hungUp(call.id());
        }
    }

    /** Null when the carrier does not say. */
    private @Nullable CallStatus status(CarrierId phone) {
        return carrier.call(phone).orElse(FORGOTTEN).status();
    }
}
