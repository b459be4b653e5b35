package io.cloudpbx.calls;

import java.time.Instant;

/** A line of a call's story. */
public record StepTaken(Instant at, Kind kind, String text, String reason) {
    /** What happened. */
    public enum Kind {
        ARRIVED,
        MENU,
        RECEPTIONIST,
        RINGING,
        SCREENING,
        CONNECTED,
        HELD,
        VOICEMAIL,
        GOODBYE,
        /** The caller asked to be called back, and the call ends. */
        CALL_BACK,
        ENDED
    }
}
