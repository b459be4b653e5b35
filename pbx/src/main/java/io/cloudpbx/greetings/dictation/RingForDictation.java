package io.cloudpbx.greetings.dictation;

import io.cloudpbx.carrier.CallOrder;
import io.cloudpbx.carrier.CarrierDialing;
import io.cloudpbx.carrier.CarrierFailure;
import io.cloudpbx.carrier.CarrierFailure.Kind;
import io.cloudpbx.jobs.Job;
import io.cloudpbx.jobs.Outcome;
import java.time.Duration;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Asks the carrier once to ring the phone of whoever speaks a greeting. The key is the dictation's id. */
@Component
class RingForDictation implements Job {
    static final String KIND = "greetings.ring";

    private static final Duration RING_FOR = Duration.ofSeconds(25);
    private static final Duration LONGEST = Duration.ofMinutes(5);

    private final Dictations dictations;
    private final CarrierDialing carrier;
    private final DictationUrls urls;

    RingForDictation(Dictations dictations, CarrierDialing carrier, DictationUrls urls) {
        this.dictations = dictations;
        this.carrier = carrier;
        this.urls = urls;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Outcome run(String key, int attempt) {
        dictations.claim(UUID.fromString(key)).ifPresent(this::ring);
        return new Outcome.Done();
    }

    private void ring(Dictation dictation) {
        try {
            carrier.place(new CallOrder(
                    dictation.from(),
                    dictation.phone(),
                    urls.answered(dictation.id()),
                    urls.status(dictation.id()),
                    RING_FOR,
                    LONGEST));
        } catch (CarrierFailure failure) {
            // Where nobody knows whether it rings, what the carrier tells of it shows, or in the end that it tells
            // nothing.
            if (failure.kind() != Kind.UNKNOWN_OUTCOME) {
                dictations.failed(dictation.id(), "The carrier did not ring your phone.");
            }
        }
    }
}
