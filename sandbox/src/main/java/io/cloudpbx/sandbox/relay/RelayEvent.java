package io.cloudpbx.sandbox.relay;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** What the carrier tells a customer's server, field by field as {@code twilio.md} section 10.2 lists them. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = RelayEvent.Setup.class, name = "setup"),
    @JsonSubTypes.Type(value = RelayEvent.Prompt.class, name = "prompt"),
    @JsonSubTypes.Type(value = RelayEvent.Dtmf.class, name = "dtmf"),
    @JsonSubTypes.Type(value = RelayEvent.Interrupt.class, name = "interrupt"),
    @JsonSubTypes.Type(value = RelayEvent.Fault.class, name = "error"),
    @JsonSubTypes.Type(value = RelayEvent.Info.class, name = "info")
})
public sealed interface RelayEvent {
    JsonMapper JSON = JsonMapper.builder().build();

    /** The first message, sent once; unknown fields are empty text. */
    record Setup(
            String sessionId,
            String accountSid,
            String callSid,
            String parentCallSid,
            String from,
            String to,
            String forwardedFrom,
            String callType,
            String callerName,
            String direction,
            String callStatus,
            Map<String, String> customParameters)
            implements RelayEvent {}

    /** @param last false only for what has been said so far ({@code partialPrompts}) */
    record Prompt(String voicePrompt, String lang, boolean last) implements RelayEvent {}

    record Dtmf(String digit) implements RelayEvent {}

    /** @param utteranceUntilInterrupt the words of the talk cycle that the caller had heard */
    record Interrupt(String utteranceUntilInterrupt, long durationUntilInterruptMs) implements RelayEvent {}

    record Fault(String description) implements RelayEvent {}

    /** Only with {@code debug} or {@code events}: {@code tokensPlayed}, {@code agentSpeaking} or {@code clientSpeaking}. */
    record Info(String name, String value) implements RelayEvent {}

    default String json() {
        return JSON.writerFor(RelayEvent.class).writeValueAsString(this);
    }
}
