package io.cloudpbx.messaging.flow;

import io.cloudpbx.messaging.flow.PlainText.Sentence;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Patterns of which one is enough. They are matched against plain words, so they need no care for spelling, marks or blanks,
 * and may name groups of words of the {@link Vocabulary} in angle brackets.
 */
record Phrases(List<Phrase> phrases) {
    private static final Pattern NAME = Pattern.compile("<([a-z ]+)>");

    private static final int MOST_ROUNDS = 12;

    static Phrases of(String... patterns) {
        return new Phrases(Arrays.stream(patterns)
                .map(Phrases::expanded)
                .map(Pattern::compile)
                .map(Phrase::of)
                .toList());
    }

    boolean in(Sentence sentence) {
        return in(sentence.words());
    }

    boolean in(String text) {
        return in(new Phrase.Words(text));
    }

    boolean in(Phrase.Words words) {
        for (Phrase phrase : phrases) {
            if (phrase.in(words)) {
                return true;
            }
        }
        return false;
    }

    /**
     * The matcher goes one level deeper with each round of a repeated group, so that a text of a thousand times the same word
     * would exhaust the stack: no group is repeated more often than people repeat themselves.
     */
    private static String bounded(String pattern) {
        return pattern.replace(")*", "){0," + MOST_ROUNDS + "}").replace(")+", "){1," + MOST_ROUNDS + "}");
    }

    private static String expanded(String pattern) {
        String once = NAME.matcher(pattern).replaceAll(Phrases::words);
        return once.equals(pattern) ? once : expanded(once);
    }

    private static String words(MatchResult name) {
        String words = Vocabulary.WORDS.get(name.group(1));
        if (words == null) {
            throw new IllegalArgumentException("The vocabulary has no " + name.group());
        }
        return Matcher.quoteReplacement(words);
    }
}
