package io.cloudpbx.sandbox.state;

import java.time.Instant;

/** A queue of callers, as the Queues resource shows it ({@code twilio.md} sections 8.2 and 12); who waits is a call. */
public record CallQueue(
        String sid, String accountSid, String friendlyName, int maxSize, Instant dateCreated, Instant dateUpdated) {
    /** What holds when nobody says otherwise. */
    public static final int USUAL_SIZE = 1_000;

    public static final int SIZE_MAX = 5_000;

    public CallQueue with(String name, int size, Instant now) {
        return new CallQueue(sid, accountSid, name, size, dateCreated, now);
    }
}
