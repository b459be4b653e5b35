package io.cloudpbx.messaging.flow;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A text that somebody or something wants to send.
 *
 * @param mediaCount pictures and the like
 * @param toMany whether it is a campaign's
 * @param draft under what the assistant wrote it; given for {@link TextKind#ASSISTANT}, for nobody else
 * @param asked what is being answered; given for {@link TextKind#CONFIRMATION}, for nothing else
 */
public record TextToSend(
        TextKind kind,
        Recipient to,
        String body,
        int mediaCount,
        boolean toMany,
        @Nullable Draft draft,
        @Nullable Asked asked) {
    /**
     * What was true when the assistant began to write.
     *
     * @param epoch of the thread: it goes up with each takeover and each giving back
     * @param lastInbound number of the newest inbound text it had read, counted within the thread
     */
    public record Draft(long epoch, long lastInbound) {}

    /**
     * What a fixed reply answers.
     *
     * @param at when it was asked
     * @param carrierAnswers whether the carrier or the network replies to these words by itself ({@link Responder})
     * @param lastAnsweredAt when this person last got this reply from us; null when never
     */
    public record Asked(
            Reply reply,
            Instant at,
            boolean carrierAnswers,
            @Nullable Instant lastAnsweredAt) {}

    /** The fixed replies. */
    public enum Reply {
        STOP,
        START,
        HELP,
        EMERGENCY
    }

    public TextToSend {
        if ((draft != null) != (kind == TextKind.ASSISTANT)) {
            throw new IllegalArgumentException("A draft belongs to a text of the assistant, and it to a draft");
        }
        if ((asked != null) != (kind == TextKind.CONFIRMATION)) {
            throw new IllegalArgumentException("A confirmation answers something, and nothing else does");
        }
    }
}
