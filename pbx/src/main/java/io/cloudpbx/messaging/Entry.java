package io.cloudpbx.messaging;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A line of a conversation.
 *
 * @param id of a text's entry: the text's own
 * @param reference by which the call, voicemail or campaign's text is known elsewhere; null for what stands for itself
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
        CAMPAIGN,
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
