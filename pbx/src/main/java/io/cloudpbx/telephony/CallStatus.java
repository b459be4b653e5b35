package io.cloudpbx.telephony;

import java.util.Locale;
import java.util.Optional;

/** A call's life, ranked so that it only moves forward ({@code twilio.md} section 13). */
public enum CallStatus {
    QUEUED,
    INITIATED,
    RINGING,
    IN_PROGRESS,
    COMPLETED,
    BUSY,
    NO_ANSWER,
    FAILED,
    CANCELED;

    /** As the carrier writes it; empty for a status of the future. */
    public static Optional<CallStatus> reported(String text) {
        try {
            return Optional.of(valueOf(text.toUpperCase(Locale.ROOT).replace('-', '_')));
        } catch (IllegalArgumentException unknown) {
            return Optional.empty();
        }
    }

    public boolean isOver() {
        return compareTo(COMPLETED) >= 0;
    }
}
