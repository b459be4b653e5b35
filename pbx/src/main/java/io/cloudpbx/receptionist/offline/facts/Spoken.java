package io.cloudpbx.receptionist.offline.facts;

import io.cloudpbx.knowledge.words.Plain;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Texts of others made fit to be said: no markup, no addresses of pages, and no phone number whatever is written. */
public final class Spoken {
    private static final Pattern MARKUP = Pattern.compile("<[^>]{0,200}>|[<>{}\\[\\]`*_#|\\\\]");
    private static final Pattern LINK = Pattern.compile("(?:https?://|www\\.)\\S+|\\S+@\\S+");
    private static final Pattern NUMBER = Pattern.compile("\\+?\\d(?:[\\s().\\-/]{0,3}\\d){6,}");
    private static final Pattern SENTENCE_END = Pattern.compile("(?<=[.!?])\\s+");
    private static final int LONGEST_NAME = 60;
    private static final int LONGEST = 300;

    private Spoken() {}

    /** A name without anything that is none; empty when nothing is left. */
    public static String name(String name) {
        String plain =
                plain(name).replaceAll("\\d{5,}", "").replaceAll("\\s+", " ").strip();
        return plain.codePoints().anyMatch(Character::isLetter) ? Plain.beginning(plain, LONGEST_NAME) : "";
    }

    /** The sentences that can be said: those with a number or a link in them are left out. */
    public static String sentences(String text) {
        String kept = Arrays.stream(SENTENCE_END.split(Plain.beginning(text.strip(), 2000)))
                .filter(sentence -> !NUMBER.matcher(sentence).find()
                        && !LINK.matcher(sentence).find())
                .map(Spoken::plain)
                .filter(sentence -> !sentence.isBlank())
                .collect(Collectors.joining(" "));
        if (kept.length() <= LONGEST) {
            return kept;
        }
        int end = kept.lastIndexOf(". ", LONGEST);
        return end > 0 ? kept.substring(0, end + 1) : Plain.beginning(kept, LONGEST);
    }

    /** Whether nothing that looks like a phone number is in it. */
    public static boolean hasNumber(String text) {
        return NUMBER.matcher(text).find();
    }

    private static String plain(String text) {
        return MARKUP.matcher(Plain.visible(text))
                .replaceAll(" ")
                .replaceAll("\\s+", " ")
                .strip();
    }
}
