package io.cloudpbx.messaging.flow;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A text as it is compared: words in plain letters, whatever they were written in, with one blank between them and commas
 * standing alone.
 *
 * @param whole all of it as if it were one sentence
 */
record PlainText(Sentence whole, List<Sentence> sentences) {
    /** What is read of a very long text: its beginning and its end, where people ask for things. */
    private static final int LONGEST_HALF = 2_000;

    private static final Pattern SENTENCE_END =
            Pattern.compile("(?<=[.!?;:…。！？])\\s+|(?<=[!?！？])|\\s-+\\s|[\\n\\r|•—–()]+");
    /** Letters spelled out: S.T.O.P., s-t-o-p, S T O P. */
    private static final Pattern SPELLED =
            Pattern.compile("(?<![a-z0-9])(?:[a-z0-9][^a-z0-9,]{1,3}){2,14}[a-z0-9](?![a-z0-9])");

    private static final Pattern COMMA = Pattern.compile("[,،、]+");
    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N},]+");
    private static final Pattern NUMBER_SIGN = Pattern.compile("(?<=^|\\s)#(?=\\s|$|[.,!?])");
    private static final Pattern DOLLAR = Pattern.compile("\\$(?=[a-z])");
    private static final Pattern MARK_IN_WORD = Pattern.compile("'|(?<=[a-z])\\*+|\\*+(?=[a-z])");
    private static final Pattern HYPHEN_IN_WORD = Pattern.compile("(?<=\\bun)-(?=su)|(?<=\\bre)-(?=su)");

    /**
     * @param original as it was written
     * @param text in plain words
     * @param asked whether it ends as a question
     * @param words what all phrases are looked for in
     */
    record Sentence(String original, String text, boolean asked, Phrase.Words words) {
        static Sentence of(String original) {
            String text = PlainText.words(original);
            return new Sentence(original.strip(), text, original.stripTrailing().endsWith("?"), new Phrase.Words(text));
        }

        boolean has(Pattern pattern) {
            return pattern.matcher(text).find();
        }

        boolean is(Pattern pattern) {
            return pattern.matcher(text).matches();
        }

        /** Whether one of the parts between commas is such; a sentence without commas has none beside itself. */
        boolean hasPart(Predicate<String> such) {
            return text.indexOf(',') >= 0 && parts().stream().anyMatch(such);
        }

        /** What stands between commas. */
        List<String> parts() {
            return Arrays.stream(text.split(","))
                    .map(String::strip)
                    .filter(Predicate.not(String::isEmpty))
                    .toList();
        }
    }

    static PlainText of(String text) {
        String read = text.length() > 2 * LONGEST_HALF
                ? text.substring(0, LONGEST_HALF) + "\n" + text.substring(text.length() - LONGEST_HALF)
                : text;
        Sentence whole = Sentence.of(read);
        List<Sentence> sentences = SENTENCE_END
                .splitAsStream(read)
                .map(part -> part.equals(read) ? whole : Sentence.of(part))
                .filter(sentence -> !sentence.text().isEmpty() || sentence.asked())
                .toList();
        return new PlainText(whole, sentences);
    }

    boolean isEmpty() {
        return whole.text().isEmpty() && !whole.asked();
    }

    Optional<Sentence> first(Predicate<Sentence> such) {
        return sentences.stream().filter(such).findFirst();
    }

    /** A text in plain words, as if it were one sentence. */
    static String words(String original) {
        String joined = HYPHEN_IN_WORD.matcher(Glyphs.plain(original)).replaceAll("");
        String unmarked = MARK_IN_WORD.matcher(joined).replaceAll("");
        String signed = DOLLAR.matcher(NUMBER_SIGN.matcher(unmarked).replaceAll(" number "))
                .replaceAll("s");
        String spelled = SPELLED.matcher(signed).replaceAll(PlainText::spelledOut);
        String plain = NO_WORD.matcher(COMMA.matcher(spelled).replaceAll(" , "))
                .replaceAll(" ")
                .strip();
        return Arrays.stream(plain.split(" "))
                .map(Spelling::meant)
                .collect(Collectors.joining(" "))
                .replace("do not", "dont")
                .replace("do nt", "dont");
    }

    /** Joined only into words that mean something to us; others are initials, sizes or numbers. */
    private static String spelledOut(MatchResult match) {
        String word = match.group().replaceAll("[^a-z0-9]", "");
        return Keywords.SPELLED.contains(Spelling.meant(word)) ? word : match.group();
    }
}
