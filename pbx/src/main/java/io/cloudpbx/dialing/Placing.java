package io.cloudpbx.dialing;

import io.cloudpbx.carrier.CallOrder;
import io.cloudpbx.carrier.CarrierDialing;
import io.cloudpbx.carrier.CarrierFailure;
import io.cloudpbx.jobs.Job;
import io.cloudpbx.jobs.Outcome;
import io.cloudpbx.telephony.CarrierId;
import java.time.Duration;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Asks the carrier once to ring somebody's own phone, and writes down what came of it. The key is the call's id. */
@Component
class Placing implements Job {
    static final String KIND = "dialing.place";

    private static final Duration RING_FOR = Duration.ofSeconds(25);

    private final Progress progress;
    private final CarrierDialing carrier;
    private final DialUrls urls;

    Placing(Progress progress, CarrierDialing carrier, DialUrls urls) {
        this.progress = progress;
        this.carrier = carrier;
        this.urls = urls;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Outcome run(String key, int attempt) {
        progress.claim(UUID.fromString(key)).ifPresent(this::place);
        return new Outcome.Done();
    }

    private void place(DialedCall call) {
        CarrierId placed;
        try {
            placed = carrier.place(new CallOrder(
                    call.from(),
                    call.phone(),
                    urls.answered(call.id()),
                    urls.status(call.id()),
                    RING_FOR,
                    Duration.ofSeconds(call.longest())));
        } catch (CarrierFailure failure) {
            failed(call, failure);
            return;
        }
        progress.placed(call.id(), placed);
    }

    private void failed(DialedCall call, CarrierFailure failure) {
        switch (failure.kind()) {
            case REFUSED, GONE -> progress.refused(call.id(), CarrierRefusal.words(failure.code()));
            case NOT_NOW -> progress.refused(call.id(), "The carrier takes no calls at this moment.");
            case UNKNOWN_OUTCOME -> progress.unknown(call.id());
        }
    }
}
