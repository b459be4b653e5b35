package io.cloudpbx.sandbox.state;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One leg, as the Calls resource shows it ({@code twilio.md} section 12). A bridged call is two of them. */
public record Call(
        String sid,
        String accountSid,
        @Nullable String parentCallSid,
        String from,
        String to,
        @Nullable String phoneNumberSid,
        Status status,
        Direction direction,
        @Nullable Instant startTime,
        @Nullable Instant endTime,
        Instant dateCreated,
        Instant dateUpdated) {

    /** In the order in which a call lives; written as Twilio writes them by {@link #text()}. */
    public enum Status {
        QUEUED,
        INITIATED,
        RINGING,
        IN_PROGRESS,
        COMPLETED,
        BUSY,
        NO_ANSWER,
        FAILED,
        CANCELED;

        public String text() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }

        public boolean isFinal() {
            return compareTo(COMPLETED) >= 0;
        }
    }

    /** Who made the leg. */
    public enum Direction {
        INBOUND,
        OUTBOUND_API,
        OUTBOUND_DIAL;

        public String text() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
    }
}
