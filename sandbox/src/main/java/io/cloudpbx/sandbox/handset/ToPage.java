package io.cloudpbx.sandbox.handset;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What the phone page is told, one JSON object each. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = ToPage.Ready.class, name = "ready"),
    @JsonSubTypes.Type(value = ToPage.Incoming.class, name = "incoming"),
    @JsonSubTypes.Type(value = ToPage.State.class, name = "state"),
    @JsonSubTypes.Type(value = ToPage.Ringback.class, name = "ringback"),
    @JsonSubTypes.Type(value = ToPage.Prompt.class, name = "prompt"),
    @JsonSubTypes.Type(value = ToPage.PromptCut.class, name = "promptCut"),
    @JsonSubTypes.Type(value = ToPage.Heard.class, name = "heard"),
    @JsonSubTypes.Type(value = ToPage.Keypad.class, name = "keypad"),
    @JsonSubTypes.Type(value = ToPage.Recording.class, name = "recording"),
    @JsonSubTypes.Type(value = ToPage.Hood.class, name = "hood"),
    @JsonSubTypes.Type(value = ToPage.Replaced.class, name = "replaced"),
    @JsonSubTypes.Type(value = ToPage.Problem.class, name = "problem")
})
sealed interface ToPage {
    /** @param call the call that goes on, after the line was lost for a moment */
    record Ready(String number, double speed, @Nullable OngoingCall call) implements ToPage {}

    /**
     * @param direction {@code in} when the phone was called, {@code out} when it called
     * @param ringback whether somebody else is being rung for it
     */
    record OngoingCall(
            String call,
            String direction,
            String state,
            boolean ringback,
            String with,
            @Nullable String withName) {}

    record Incoming(String call, String from, String fromDisplay, String to) implements ToPage {}

    record State(
            String call,
            String state,
            String with,
            @Nullable String withName,
            @Nullable String reason,
            @Nullable String detail)
            implements ToPage {}

    record Ringback(String call, boolean on) implements ToPage {}

    record Prompt(
            String call,
            String id,
            String kind,
            String text,
            String language,
            String url,
            long durationMs,
            boolean interruptible)
            implements ToPage {}

    record PromptCut(String call, String id) implements ToPage {}

    record Heard(String call, String text) implements ToPage {}

    record Keypad(String call, String digits) implements ToPage {}

    record Recording(String call, String state, long limitSeconds) implements ToPage {}

    record Hood(String call, Instant at, String kind, String title, String detail, Object body, long tookMs)
            implements ToPage {}

    record Replaced() implements ToPage {}

    record Problem(String message) implements ToPage {}
}
