package io.cloudpbx.dialing;

import io.cloudpbx.carrier.Carrier;
import io.cloudpbx.carrier.CarrierCall;
import io.cloudpbx.dialing.store.DialedCallRows;
import io.cloudpbx.jobs.Recurring;
import io.cloudpbx.telephony.CallStatus;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
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
    private final Carrier carrier;
    private final Clock clock;

    QuietDialedCalls(DialedCallRows rows, Progress progress, Carrier carrier, Clock clock) {
        this.rows = rows;
        this.progress = progress;
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
        var known = carrier.call(Objects.requireNonNull(call.carrierId())).orElse(FORGOTTEN);
        CallStatus status = known.status();
        if (status != null && status.isOver()) {
            progress.ended(call.id(), status);
        } else {
            progress.heardOf(call.id());
        }
    }
}
