package io.cloudpbx.telephony;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The alphabet of GSM 03.38: what it has, what a character costs, and what in it looks like a character it lacks. */
final class Gsm7 {
    private static final String BASIC = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
            + "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";

    /** Written as an escape and a second septet. */
    private static final String EXTENDED = "\f^{}\\[~]|€";

    /**
     * What typing aids put in place of plain characters: each line is the plain form and all that look like it. Full-width
     * and small forms, ligatures and most exotic blanks are not listed, since compatibility normalisation knows them.
     */
    private static final Map<Integer, String> LOOK_ALIKES = lookAlikes(Map.of(
            "\"", "“”„‟«»ʺˮ❝❞〝〞″‶",
            "'", "‘’‚‛ʻʼʽʹˈˊˋ`´′‵❛❜‗",
            "-", "‐‑‒–—―−⁃•◦·⎼⎽",
            "/", "÷⁄∕⧸",
            "\\", "⧹⧵",
            "|", "∣⎸⎹⏐",
            "*", "∗⁎⊛✱✲✳",
            "<", "‹",
            ">", "›",
            "", "\u200B\u200C\u2060\uFEFF\u00AD\u200E\u200F"));

    private Gsm7() {}

    static boolean has(int character) {
        return BASIC.indexOf(character) >= 0 || EXTENDED.indexOf(character) >= 0;
    }

    /** What a character costs that the alphabet has. */
    static int septets(int character) {
        return EXTENDED.indexOf(character) >= 0 ? 2 : 1;
    }

    /** Null when nothing in the alphabet looks like it. */
    static @Nullable String lookAlike(int character) {
        String listed = LOOK_ALIKES.get(character);
        if (listed != null) {
            return listed;
        }
        if (Character.isWhitespace(character) || Character.isSpaceChar(character)) {
            return " ";
        }
        String plain = Normalizer.normalize(Character.toString(character), Normalizer.Form.NFKC)
                .codePoints()
                .mapToObj(part -> LOOK_ALIKES.getOrDefault(part, Character.toString(part)))
                .collect(Collectors.joining());
        return plain.codePoints().allMatch(Gsm7::has) ? plain : null;
    }

    private static Map<Integer, String> lookAlikes(Map<String, String> lines) {
        Map<Integer, String> table = new HashMap<>();
        lines.forEach((plain, others) -> others.codePoints().forEach(other -> table.put(other, plain)));
        return Map.copyOf(table);
    }
}
