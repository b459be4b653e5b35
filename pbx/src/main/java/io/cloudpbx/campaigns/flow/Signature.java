package io.cloudpbx.campaigns.flow;

import java.util.Locale;
import java.util.regex.Pattern;

/** What a marketing text must say besides its message: who sends it, and how to be left alone (C25). */
public final class Signature {
    private static final Pattern WAY_OUT =
            Pattern.compile("\\b(?:reply|text|send|answer)\\s+[\"'“]?stop\\b", Pattern.CASE_INSENSITIVE);

    private Signature() {}

    /** The message with what it lacks: the business's name before it, the way out behind it. */
    public static String sign(String message, String business) {
        boolean named = message.toLowerCase(Locale.ROOT).contains(business.toLowerCase(Locale.ROOT));
        String begun = named || business.isBlank() ? message : business + ": " + message;
        return WAY_OUT.matcher(begun).find() ? begun : begun.stripTrailing() + " Reply STOP to opt out.";
    }
}
