package io.cloudpbx.knowledge.words;

import java.util.regex.Pattern;

/** Texts of a length that people read, and carriers take in two segments. */
public final class Fitted {
    public static final int LONGEST = 320;

    private static final Pattern SENTENCE_END = Pattern.compile("(?<=[.!?])\\s+");

    private Fitted() {}

    /** As many whole sentences as fit; empty when not even the first does. */
    public static String to(int longest, String text) {
        if (text.length() <= longest) {
            return text;
        }
        var fitting = new StringBuilder();
        for (String sentence : SENTENCE_END.split(text)) {
            if (fitting.length() + 1 + sentence.length() > longest) {
                break;
            }
            fitting.append(fitting.isEmpty() ? "" : " ").append(sentence);
        }
        return fitting.toString();
    }
}
