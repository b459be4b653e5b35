package io.cloudpbx.knowledge.words;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;

/** Texts without what is not seen and what is not needed. */
public final class Plain {
    private static final Map<String, String> TYPEWRITTEN = Map.of(
            "‘", "'", "’", "'", "“", "\"", "”", "\"", "–", "-", "—", "-", "…", "...", "\u00a0", " ", "\u202f", " ");

    private Plain() {}

    /**
     * For sending: one line, without marks of formatting, pictures and invisible characters, in characters that cost one
     * segment less ({@code ai-receptionist.md} section 5.3).
     */
    public static String sendable(String text) {
        String plain = visible(text);
        for (var typewritten : TYPEWRITTEN.entrySet()) {
            plain = plain.replace(typewritten.getKey(), typewritten.getValue());
        }
        return plain.replaceAll("[\\p{So}\\p{Sk}\\ufe0f]", "")
                .replaceAll("(?m)^\\s*(#{1,6}|[-*•])\\s+", "")
                .replaceAll("\\*\\*|__|`", "")
                .replaceAll("\\s+", " ")
                .strip();
    }

    /** For reading on: no control, invisible, direction, private or halved characters; line ends stay. */
    public static String visible(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC)
                .replaceAll("[\\p{Cc}&&[^\\n\\t]]", " ")
                .replaceAll("[\\p{Cf}\\p{Co}\\p{Cn}\\p{Cs}\\u115f\\u1160\\u3164\\uffa0]", "");
    }

    /** The beginning, without half a character at its end. */
    public static String beginning(String text, int longest) {
        if (text.length() <= longest) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(longest - 1)) ? longest - 1 : longest);
    }

    /**
     * For comparing: compatible characters made one, lower case, no accents, no punctuation but the apostrophe within words,
     * one blank between words.
     */
    public static String folded(String text) {
        String compatible = Normalizer.normalize(visible(text), Normalizer.Form.NFKD);
        return compatible
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\p{M}", "")
                .replace("ß", "ss")
                .replace('ł', 'l')
                .replace('ø', 'o')
                .replace('đ', 'd')
                .replace('ı', 'i')
                .replaceAll("[‘’´`]", "'")
                .replaceAll("[^\\p{L}\\p{Nd}']+", " ")
                .replaceAll("(?<!\\p{L})'|'(?!\\p{L})", " ")
                .replaceAll("\\s+", " ")
                .strip();
    }
}
