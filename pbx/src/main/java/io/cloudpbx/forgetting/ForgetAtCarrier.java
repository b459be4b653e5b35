package io.cloudpbx.forgetting;

import io.cloudpbx.carrier.CarrierFailure;
import io.cloudpbx.carrier.CarrierFailure.Kind;
import io.cloudpbx.carrier.CarrierMemory;
import io.cloudpbx.forgetting.store.ForgettingRows;
import io.cloudpbx.jobs.BackOff;
import io.cloudpbx.jobs.Job;
import io.cloudpbx.jobs.Outcome;
import io.cloudpbx.telephony.CarrierId;
import java.time.Clock;
import java.time.Duration;
import java.util.random.RandomGenerator;
import org.springframework.stereotype.Component;

/** Has the carrier forget one thing, the id of which is the job's key. All of it may be done twice, and a 404 is as good as done. */
@Component
class ForgetAtCarrier implements Job {
    static final String KIND = "forgetting.at-carrier";

    /** What is on its way, or lasts, cannot be forgotten until that is over ({@code twilio.md} section 14, 20009). */
    private static final Duration WHILE_REFUSED = Duration.ofHours(1);

    private static final Duration GIVE_UP_AFTER = Duration.ofDays(30);

    private final ForgettingRows rows;
    private final CarrierMemory carrier;
    private final Clock clock;

    ForgetAtCarrier(ForgettingRows rows, CarrierMemory carrier, Clock clock) {
        this.rows = rows;
        this.carrier = carrier;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Outcome run(String key, int attempt) {
        return rows.open(new CarrierId(key))
                .map(wanted -> forget(wanted, attempt))
                .orElseGet(Outcome.Done::new);
    }

    private Outcome forget(Wanted wanted, int attempt) {
        try {
            switch (wanted.kind()) {
                case TEXT -> empty(wanted);
                case RECORDING -> carrier.deleteRecording(wanted.id());
                case CALL -> carrier.deleteCall(wanted.id());
            }
            rows.done(wanted.id(), clock.instant());
            return new Outcome.Done();
        } catch (CarrierFailure failure) {
            return failure.kind() == Kind.REFUSED
                    ? refused(wanted, failure)
                    : new Outcome.Again(BackOff.STANDARD.after(attempt, RandomGenerator.getDefault()));
        }
    }

    /** The attachments first: once the words are gone nothing says any more that there were some. */
    private void empty(Wanted wanted) {
        if (wanted.hasMedia()) {
            carrier.deleteMedia(wanted.id());
        }
        carrier.redact(wanted.id());
    }

    private Outcome refused(Wanted wanted, CarrierFailure failure) {
        if (wanted.askedAt().plus(GIVE_UP_AFTER).isAfter(clock.instant())) {
            return new Outcome.Again(WHILE_REFUSED);
        }
        rows.refused(wanted.id(), String.valueOf(failure.getMessage()));
        return new Outcome.GaveUp("The carrier would not forget " + wanted.id() + ": " + failure.getMessage());
    }
}
