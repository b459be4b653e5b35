package io.cloudpbx.sandbox.call;

import java.time.Duration;
import java.time.Instant;

/** Is told what happens behind a conversation, as it happens. Must not block. */
public interface CallListener {
    void happened(Event event);

    /** The story of the conversation goes on. */
    default void told(Transcript.Entry entry) {}

    /**
     * Something under the hood.
     *
     * @param kind {@code request}, {@code twiml}, {@code dial}, {@code status} or {@code error}
     * @param body TwiML text, or form parameters as a map; empty text when there is none
     */
    record Event(String callSid, Instant at, String kind, String title, String detail, Object body, Duration took) {}
}
