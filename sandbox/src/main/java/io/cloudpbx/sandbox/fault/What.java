package io.cloudpbx.sandbox.fault;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What goes wrong ({@code twilio.md} E1, E3, E6, E8, E18). Milliseconds and seconds are whole numbers. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "fault")
@JsonSubTypes({
    @JsonSubTypes.Type(value = What.Answer.class, name = "answer"),
    @JsonSubTypes.Type(value = What.Delay.class, name = "delay"),
    @JsonSubTypes.Type(value = What.Cut.class, name = "cut"),
    @JsonSubTypes.Type(value = What.SlowBody.class, name = "slow-body"),
    @JsonSubTypes.Type(value = What.LateInLists.class, name = "late-in-lists"),
    @JsonSubTypes.Type(value = What.MissingInLists.class, name = "missing-in-lists"),
    @JsonSubTypes.Type(value = What.Concurrency.class, name = "concurrency"),
    @JsonSubTypes.Type(value = What.CallbackFirst.class, name = "callback-first"),
    @JsonSubTypes.Type(value = What.NotYet.class, name = "not-yet"),
    @JsonSubTypes.Type(value = What.Truncated.class, name = "truncated"),
    @JsonSubTypes.Type(value = What.WrongType.class, name = "wrong-type"),
    @JsonSubTypes.Type(value = What.WrongLength.class, name = "wrong-length"),
    @JsonSubTypes.Type(value = What.Outage.class, name = "outage"),
    @JsonSubTypes.Type(value = What.Drop.class, name = "drop"),
    @JsonSubTypes.Type(value = What.Duplicate.class, name = "duplicate"),
    @JsonSubTypes.Type(value = What.Reorder.class, name = "reorder"),
    @JsonSubTypes.Type(value = What.ExtraParameter.class, name = "extra-parameter"),
    @JsonSubTypes.Type(value = What.Signature.class, name = "signature"),
    @JsonSubTypes.Type(value = What.BreakOff.class, name = "break-off")
})
public sealed interface What {
    /** Goes wrong with requests to the carrier. */
    sealed interface ToUs extends What {}

    /** Goes wrong with requests to customers' servers. */
    sealed interface ToCustomers extends What {}

    /** One of these statuses is answered; {@code executed} says whether the request was carried out all the same. */
    record Answer(List<Status> statuses, @Nullable Boolean executed) implements ToUs {
        boolean wasExecuted() {
            return executed != null && executed;
        }
    }

    /**
     * An error status.
     *
     * @param weight how likely it is beside the others; 1 when absent
     * @param code Twilio's; 20000 and the status when absent
     * @param retryAfterSeconds for the {@code Retry-After} header
     */
    record Status(
            int status,
            @Nullable Integer weight,
            @Nullable Integer code,
            @Nullable String message,
            @Nullable Integer retryAfterSeconds) {
        int weightOrOne() {
            return weight == null ? 1 : weight;
        }

        int codeOrOwn() {
            return code == null ? 20_000 + status : code;
        }
    }

    /**
     * It takes longer, by a time between the two. Requests to us and documents: real time. Callbacks: carrier time, and
     * later ones overtake it.
     */
    record Delay(long fromMs, @Nullable Long toMs) implements What {
        public long toMsOrFrom() {
            return toMs == null ? fromMs : toMs;
        }
    }

    /** The connection is closed. */
    record Cut(Moment when) implements ToUs {}

    /** When a connection is closed. */
    enum Moment {
        /** Nothing was done. */
        @JsonProperty("before")
        BEFORE,
        /** It was done; nothing of the reply is sent. */
        @JsonProperty("after")
        AFTER,
        /** It was done; half of the reply's body is sent. */
        @JsonProperty("during")
        DURING
    }

    /** The reply trickles, in real time. */
    record SlowBody(int bytesPerSecond) implements ToUs {}

    /** What was made less than this carrier time ago is not in lists. */
    record LateInLists(int seconds) implements ToUs {}

    /** Some are never in lists; {@link HowOften} then counts the things listed, oldest first. */
    record MissingInLists() implements ToUs {}

    /** More requests than this at a time of one account are refused with 429 and 20429. */
    record Concurrency(int limit) implements ToUs {}

    /** The reply to a create is held back until a callback about what was created has been sent, or this real time. */
    record CallbackFirst(int upToSeconds) implements ToUs {}

    /** 404 until this carrier time after it was asked for first. */
    record NotYet(int seconds) implements ToUs {}

    /** Only this part of the content is sent, from 0 to below 1; its length is told accordingly. */
    record Truncated(double keep) implements ToUs {}

    record WrongType(String contentType) implements ToUs {}

    /** More bytes are promised than sent. */
    record WrongLength(int extraBytes) implements ToUs {}

    /** The part is not there: connections to us are closed, customers' servers cannot be reached. */
    record Outage() implements What {}

    /** A callback is lost. A document that is lost counts as not to be had (11200). */
    record Drop() implements ToCustomers {}

    /** It is sent this many more times, with the same idempotency token. */
    record Duplicate(int times) implements ToCustomers {}

    /** A callback is sent after the next one about the same thing, or after this carrier time if none comes. */
    record Reorder(int withinSeconds) implements ToCustomers {}

    /** One more parameter, signed like the others; {@code XFutureParam=1} when nothing is said. */
    record ExtraParameter(@Nullable String name, @Nullable String value) implements ToCustomers {
        public String nameOrUsual() {
            return name == null ? "XFutureParam" : name;
        }

        public String valueOrUsual() {
            return value == null ? "1" : value;
        }
    }

    /** What is signed instead of the URL as configured. */
    record Signature(Variant over) implements ToCustomers {}

    /** A WebSocket breaks this real time after it was opened. */
    record BreakOff(int afterMs) implements ToCustomers {}

    /** How a signature is made. */
    enum Variant {
        /** Over the URL with the standard port of its scheme added. */
        @JsonProperty("with-port")
        WITH_PORT,
        /** Over the URL without its port. */
        @JsonProperty("without-port")
        WITHOUT_PORT,
        /** With a key that is not the account's. */
        @JsonProperty("wrong-key")
        WRONG_KEY
    }
}
