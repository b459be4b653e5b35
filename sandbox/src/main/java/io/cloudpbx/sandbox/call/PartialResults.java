package io.cloudpbx.sandbox.call;

import io.cloudpbx.sandbox.twiml.Callback;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Tells what has been said so far ({@code partialResultCallback}, {@code twilio.md} section 2.2). */
final class PartialResults {
    private final Leg leg;
    private final @Nullable Callback callback;
    private int sequence;

    PartialResults(Leg leg, @Nullable Callback callback) {
        this.leg = leg;
        this.callback = callback;
    }

    void heard(String words) {
        if (callback == null || words.isEmpty()) {
            return;
        }
        Map<String, String> parameters = leg.parameters();
        parameters.put("StableSpeechResult", words);
        parameters.put("Stability", "1.0");
        parameters.put("SequenceNumber", String.valueOf(sequence++));
        leg.equipment().tell(leg, callback, parameters);
    }
}
