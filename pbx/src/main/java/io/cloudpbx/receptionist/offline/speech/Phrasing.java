package io.cloudpbx.receptionist.offline.speech;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Expressions over folded text, each between word boundaries. */
public record Phrasing(Pattern pattern) {
    public static Phrasing of(String... alternatives) {
        return new Phrasing(Pattern.compile("\\b(?:" + String.join("|", alternatives) + ")(?!\\w)"));
    }

    public boolean in(String text) {
        return pattern.matcher(text).find();
    }

    /** Whether the text is nothing else. */
    public boolean is(String text) {
        return pattern.matcher(text).matches();
    }

    public Matcher matcher(String text) {
        return pattern.matcher(text);
    }
}
