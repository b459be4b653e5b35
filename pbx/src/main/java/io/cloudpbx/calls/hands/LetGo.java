package io.cloudpbx.calls.hands;

import io.cloudpbx.calls.CallUrls;
import io.cloudpbx.carrier.Carrier;
import io.cloudpbx.carrier.CarrierFailure;
import io.cloudpbx.carrier.CarrierFailure.Kind;
import io.cloudpbx.jobs.BackOff;
import io.cloudpbx.jobs.Job;
import io.cloudpbx.jobs.Outcome;
import io.cloudpbx.telephony.CarrierId;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.springframework.stereotype.Component;

/** Tells whoever had a caller that the caller is gone, and ends their call. The key is the caller's call, and their phone's. */
@Component
class LetGo implements Job {
    static final String KIND = "calls.let-go";

    /** Whoever is still in silence after so many attempts has hung up themselves. */
    private static final int MOST_ATTEMPTS = 10;

    private final Carrier carrier;
    private final CallUrls urls;

    LetGo(Carrier carrier, CallUrls urls) {
        this.carrier = carrier;
        this.urls = urls;
    }

    static String key(UUID call, CarrierId leg) {
        return call + "/" + leg.value();
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Outcome run(String key, int attempt) {
        String[] parts = key.split("/");
        try {
            carrier.redirect(new CarrierId(parts[1]), urls.letGo(UUID.fromString(parts[0])));
            return new Outcome.Done();
        } catch (CarrierFailure failure) {
            if (failure.kind() == Kind.GONE) {
                return new Outcome.Done();
            }
            return attempt < MOST_ATTEMPTS
                    ? new Outcome.Again(BackOff.STANDARD.after(attempt, RandomGenerator.getDefault()))
                    : new Outcome.GaveUp("The carrier does not let the phone go");
        }
    }
}
