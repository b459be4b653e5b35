package io.cloudpbx.sandbox.state;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
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
        Instant dateUpdated,
        @Nullable Details known) {

    /** A call of which nothing special is known. */
    public Call(
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
        this(
                sid,
                accountSid,
                parentCallSid,
                from,
                to,
                phoneNumberSid,
                status,
                direction,
                startTime,
                endTime,
                dateCreated,
                dateUpdated,
                null);
    }

    /**
     * What is known of some calls only ({@code twilio.md} section 2.1).
     *
     * @param answeredBy what answering-machine detection found
     * @param parameters further parameters of this call's webhooks, by their names
     */
    public record Details(
            @Nullable String answeredBy,
            @Nullable String forwardedFrom,
            @Nullable String callerName,
            Map<String, String> parameters) {
        public static final Details NONE = new Details(null, null, null, Map.of());

        /** The same with one more parameter of the call's webhooks. */
        public Details and(String name, String value) {
            Map<String, String> more = new LinkedHashMap<>(parameters);
            more.put(name, value);
            return new Details(answeredBy, forwardedFrom, callerName, more);
        }

        public Details answeredBy(String who) {
            return new Details(who, forwardedFrom, callerName, parameters);
        }
    }

    public Details details() {
        return known == null ? Details.NONE : known;
    }

    public Call with(Details details) {
        return new Call(
                sid,
                accountSid,
                parentCallSid,
                from,
                to,
                phoneNumberSid,
                status,
                direction,
                startTime,
                endTime,
                dateCreated,
                dateUpdated,
                details);
    }

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
