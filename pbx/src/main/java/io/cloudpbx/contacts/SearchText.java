package io.cloudpbx.contacts;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How contacts are searched: without regard to case, accents, widths and marks that nobody sees. */
public final class SearchText {
    private static final Pattern UNSEEN = Pattern.compile("[\\p{M}\\p{Cf}\\p{Cc}&&[^\\s]]");
    private static final Pattern BLANKS = Pattern.compile("\\s+");
    private static final Pattern NUMBER = Pattern.compile("[+0-9().\\-/\\s]*\\d[+0-9().\\-/\\s]*");
    private static final Pattern WILD = Pattern.compile("[\\\\%_]");
    private static final int LONGEST = 200;
    private static final int MOST_WORDS = 8;

    private SearchText() {}

    /** What is kept beside a contact, each part after a blank, so that the start of a word can be asked for. */
    static String of(ContactDetails details) {
        return Stream.concat(
                        Stream.of(details.name(), details.company(), details.email())
                                .map(SearchText::plain),
                        details.numbers().stream().map(number -> number.e164().substring(1)))
                .filter(part -> !part.isEmpty())
                .map(part -> " " + part)
                .collect(Collectors.joining());
    }

    /**
     * The patterns that must all be met by what is kept. A word of one or two letters is looked for at the start of words
     * only: in the middle it would be met by nearly everybody, and no index knows such short pieces.
     */
    static List<String> patterns(String words) {
        String asked = words.substring(0, Math.min(words.length(), LONGEST));
        if (NUMBER.matcher(asked).matches()) {
            return List.of("%" + asked.replaceAll("\\D", "") + "%");
        }
        return Arrays.stream(plain(asked).split(" "))
                .filter(word -> !word.isEmpty())
                .limit(MOST_WORDS)
                .map(word ->
                        (word.length() < 3 ? "% " : "%") + WILD.matcher(word).replaceAll("\\\\$0") + "%")
                .toList();
    }

    /** What is asked for when somebody writes a number or part of one: its digits without what is dialled before it; else empty. */
    public static String digits(String words) {
        return NUMBER.matcher(words).matches() ? words.replaceAll("\\D", "").replaceFirst("^0+", "") : "";
    }

    /** Whether a name that is kept nowhere else holds all of the words. */
    public static boolean meets(String name, String words) {
        String kept = " " + plain(name);
        return Arrays.stream(plain(words).split(" "))
                .allMatch(word -> kept.contains(word.length() < 3 ? " " + word : word));
    }

    private static String plain(String text) {
        String apart = Normalizer.normalize(text, Normalizer.Form.NFKD);
        return BLANKS.matcher(UNSEEN.matcher(apart).replaceAll("").toLowerCase(Locale.ROOT))
                .replaceAll(" ")
                .strip();
    }
}
