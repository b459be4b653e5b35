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
record Phrases(List<Pattern> patterns) {
    private static final Pattern NAME = Pattern.compile("<([a-z ]+)>");

    static Phrases of(String... patterns) {
        return new Phrases(Arrays.stream(patterns)
                .map(Phrases::expanded)
                .map(Pattern::compile)
                .toList());
    }

    boolean in(Sentence sentence) {
        return in(sentence.text());
    }

    boolean in(String text) {
        return patterns.stream().anyMatch(pattern -> pattern.matcher(text).find());
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
