package io.cloudpbx.sandbox.ledger;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Something that happened, as the ledger keeps it. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Fact.TextDelivered.class, name = Fact.TEXT_DELIVERED),
    @JsonSubTypes.Type(value = Fact.TextReceived.class, name = Fact.TEXT_RECEIVED),
    @JsonSubTypes.Type(value = Fact.RateExceeded.class, name = Fact.RATE_EXCEEDED),
    @JsonSubTypes.Type(value = Fact.CallSilence.class, name = Fact.CALL_SILENCE),
    @JsonSubTypes.Type(value = Fact.Callback.class, name = Fact.CALLBACK)
})
public sealed interface Fact {
    String TEXT_DELIVERED = "text.delivered";
    String TEXT_RECEIVED = "text.received";
    String RATE_EXCEEDED = "rate.exceeded";
    String CALL_SILENCE = "call.silence";
    String CALLBACK = "callback";

    /** A text reached a handset; to be appended before its callback is sent. */
    record TextDelivered(String sid, String from, String to, int segments) implements Fact {}

    /** A handset's text reached the carrier; to be appended before the customer's webhook is asked. */
    record TextReceived(String sid, String from, String to, int segments) implements Fact {}

    /**
     * A sender handed over more in one second than it may send.
     *
     * @param second the second in question, whole
     * @param segments what was handed over in it
     * @param allowed segments per second of this sender ({@code twilio.md} section 15)
     */
    record RateExceeded(String sender, Instant second, int segments, int allowed) implements Fact {}

    /**
     * A caller heard nothing.
     *
     * @param fromSecond where the silence began, in whole seconds since the call was answered
     * @param seconds how long it lasted, in whole seconds
     */
    record CallSilence(String callSid, int fromSecond, int seconds) implements Fact {}

    /**
     * A customer's server was asked.
     *
     * @param about which kind of callback, such as {@code call.status}
     * @param status of the answer; 0 when there was none
     * @param errorCode Twilio's code when the answer could not be used
     */
    record Callback(
            String resourceSid,
            String about,
            String method,
            String url,
            Map<String, String> parameters,
            int status,
            @Nullable Integer errorCode)
            implements Fact {}
}
