package io.cloudpbx.sandbox.call;

import io.cloudpbx.sandbox.twiml.Verb;
import io.cloudpbx.sandbox.webhook.WebhookTarget;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What {@code POST Calls} asks for, already validated: exactly one of {@code instructions} (fetched when answered) and
 * {@code twiml} is there.
 */
public record CallOrder(
        String from,
        String to,
        @Nullable WebhookTarget instructions,
        @Nullable String twiml,
        @Nullable StatusCallback statusCallback,
        Duration timeout,
        Duration timeLimit,
        String sendDigits,
        @Nullable RecordingOrder recording,
        Options options) {
    public CallOrder(
            String from,
            String to,
            @Nullable WebhookTarget instructions,
            @Nullable String twiml,
            @Nullable StatusCallback statusCallback,
            Duration timeout,
            Duration timeLimit,
            String sendDigits,
            @Nullable RecordingOrder recording) {
        this(from, to, instructions, twiml, statusCallback, timeout, timeLimit, sendDigits, recording, Options.NONE);
    }

    /**
     * What few calls ask for.
     *
     * @param machineDetection null when nobody wants to know who answers
     * @param asyncDetection whether the call goes on meanwhile
     * @param sipUsername credentials for a SIP endpoint; empty for none
     * @param applicationSid the application that the instructions are of, if they are
     * @param callerId who is shown as calling; null for {@code From}
     * @param reason why, as the callee's phone shows it; empty when it is not said
     */
    public record Options(
            Verb.@Nullable MachineDetection machineDetection,
            boolean asyncDetection,
            String sipUsername,
            String sipPassword,
            @Nullable String applicationSid,
            @Nullable String callerId,
            String reason) {
        public static final Options NONE = new Options(null, false, "", "", null, null, "");
    }

    /** Events are {@code initiated}, {@code ringing}, {@code answered}, {@code completed}. */
    public record StatusCallback(String url, String method, Set<String> events) {}

    /** {@code Record=true} and what belongs to it, or {@code POST Calls/{sid}/Recordings}. */
    public record RecordingOrder(
            boolean dual,
            Verb.Track track,
            boolean trimSilence,
            @Nullable StatusCallback callback) {}
}
