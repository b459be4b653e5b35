package io.cloudpbx.campaigns.flow;

import java.util.regex.Pattern;

/**
 * What a text of a campaign says besides its message, where the message does not: who sends it, and how to be left alone (C25).
 *
 * @param before the business's name, or empty
 * @param after the way out, or empty
 */
public record Signature(String before, String after) {
    public static final Signature NONE = new Signature("", "");

    private static final Pattern WAY_OUT =
            Pattern.compile("\\b(?:reply|text|send|answer)\\s+[\"'“]?stop\\b", Pattern.CASE_INSENSITIVE);

    /** @param message what everybody reads of it: a recipient who is called like the business does not speak for it */
    public static Signature of(String message, String business) {
        String before = business.isBlank() || names(message, business) ? "" : business + ": ";
        String after = WAY_OUT.matcher(message).find() ? "" : " Reply STOP to opt out.";
        return new Signature(before, after);
    }

    /** As words of their own: "Ace" is not named by "the right place". */
    private static boolean names(String message, String business) {
        return Pattern.compile(
                        "(?<![\\p{L}\\p{N}])" + Pattern.quote(business.strip()) + "(?![\\p{L}\\p{N}])",
                        Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)
                .matcher(message)
                .find();
    }

    /** What one person reads. */
    public String on(String said) {
        return before + (after.isEmpty() ? said : said.stripTrailing() + after);
    }
}
