package io.cloudpbx.messaging;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A line of a conversation.
 *
 * @param id of a text's entry: the text's own
 * @param reference the call's or voicemail's id; null for what stands for itself
 */
public record Entry(
        UUID id,
        UUID conversationId,
        Instant at,
        Kind kind,
        @Nullable String reference,
        Author author,
        String body) {
    private static final int SHORT = 160;

    /** What it is about. */
    public enum Kind {
        TEXT_IN,
        TEXT_OUT,
        CALL,
        VOICEMAIL,
        NOTE,
        EVENT
    }

    /** Its words, as far as a list shows them. */
    public String summary() {
        return shortened(body);
    }

    static String shortened(String text) {
        return text.codePointCount(0, text.length()) <= SHORT
                ? text
                : text.substring(0, text.offsetByCodePoints(0, SHORT - 1)) + "…";
    }
}
