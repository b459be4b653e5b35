package io.cloudpbx.sandbox.twiml;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a reply to a text can say ({@code twilio.md} section 9). */
public sealed interface MessagingVerb {
    /**
     * Sends a text.
     *
     * @param to null for whoever has texted
     * @param from null for the number that was texted
     * @param action asked for what comes next
     */
    record Message(
            @Nullable String to,
            @Nullable String from,
            String body,
            List<String> media,
            @Nullable Callback action,
            @Nullable Callback statusCallback)
            implements MessagingVerb {}

    /** Goes on with another document; nothing behind it is reached. */
    record Redirect(Callback target) implements MessagingVerb {}
}
