package io.cloudpbx.calls;

import io.cloudpbx.carrier.Carrier;
import io.cloudpbx.carrier.CarrierFailure;
import io.cloudpbx.carrier.CarrierFailure.Kind;
import io.cloudpbx.jobs.BackOff;
import io.cloudpbx.jobs.Outcome;
import io.cloudpbx.telephony.CarrierId;
import java.util.UUID;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.springframework.stereotype.Component;

/** Leads phones elsewhere, for jobs. One that is gone has nowhere to be led. */
@Component
public class Leading {
    /** Whoever is still in silence after so many attempts has hung up themselves. */
    private static final int MOST_ATTEMPTS = 10;

    private final Carrier carrier;

    Leading(Carrier carrier) {
        this.carrier = carrier;
    }

    public Outcome lead(CarrierId phone, String url, int attempt) {
        try {
            carrier.redirect(phone, url);
            return new Outcome.Done();
        } catch (CarrierFailure failure) {
            return failure.kind() == Kind.GONE
                    ? new Outcome.Done()
                    : new Outcome.Again(BackOff.STANDARD.after(attempt, RandomGenerator.getDefault()));
        }
    }

    /** Of a phone in a call, for the job that lets it go. */
    public static String key(UUID call, CarrierId phone) {
        return call + "/" + phone.value();
    }

    /** @param why where a phone is told why its call ends */
    public Outcome letGo(String key, Function<UUID, String> why, int attempt) {
        String[] parts = key.split("/");
        Outcome outcome = lead(new CarrierId(parts[1]), why.apply(UUID.fromString(parts[0])), attempt);
        return outcome instanceof Outcome.Again && attempt >= MOST_ATTEMPTS
                ? new Outcome.GaveUp("The carrier does not let the phone go")
                : outcome;
    }
}
