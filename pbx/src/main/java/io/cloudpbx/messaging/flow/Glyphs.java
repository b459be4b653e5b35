package io.cloudpbx.messaging.flow;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** What eyes take for the same letter is made the same letter (C2). */
final class Glyphs {
    private static final int FIRST_REGIONAL_INDICATOR = 0x1F1E6;
    private static final int FIRST_CIRCLED = 0x1F150;
    private static final int FIRST_SQUARED = 0x1F170;
    private static final int ALPHABET = 26;
    private static final int STOP_SIGN = 0x1F6D1;

    /** Letters of other alphabets that look like Latin ones, which compatibility normalisation keeps apart. */
    private static final Map<Integer, String> LOOK_ALIKES =
            pairs("аaвbсcԁdеeһhіiјjкkӏlмmнhоoрpԛqѕsтtцuѵvԝwхxуyАaВbСcЕeНhІiЈjКkМmОoРpЅsТtХxУy"
                    + "αaβbεeηnιiκkνvοoρpτtυuχxΑaΒbΕeΖzΗhΙiΚkΜmΝnΟoΡpΤtΥyΧx"
                    + "ᴀaʙbᴄcᴅdᴇeғfꜰfɢgʜhɪiᴊjᴋkʟlᴍmɴnᴏoᴘpʀrꜱsᴛtᴜuᴠvᴡwʏyᴢz"
                    + "øoØołlŁlđdĐdıiſs’'‘'ʼ'´'`'′'");

    private Glyphs() {}

    /** Lower case, without accents, invisible marks or lettering of any fancy kind. */
    static String plain(String text) {
        return text.chars().allMatch(Glyphs::isPlain) ? text.toLowerCase(Locale.ROOT) : unfolded(text);
    }

    /** What most texts consist of. */
    private static boolean isPlain(int letter) {
        return letter >= ' ' && letter <= '~' || letter == '\n';
    }

    private static String unfolded(String text) {
        var letters = new StringBuilder(text.length());
        text.codePoints().forEach(point -> append(letters, point));
        String folded = Normalizer.normalize(letters, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        var plain = new StringBuilder(folded.length());
        Normalizer.normalize(folded, Normalizer.Form.NFKD)
                .codePoints()
                .filter(point -> !isInvisible(point))
                .forEach(plain::appendCodePoint);
        return plain.toString();
    }

    private static void append(StringBuilder letters, int point) {
        String lookAlike = LOOK_ALIKES.get(point);
        if (lookAlike != null) {
            letters.append(lookAlike);
        } else if (point == STOP_SIGN) {
            letters.append(" stop ");
        } else if (isIn(FIRST_REGIONAL_INDICATOR, point)) {
            letters.append((char) ('a' + point - FIRST_REGIONAL_INDICATOR));
        } else if (isIn(FIRST_CIRCLED, point)) {
            letters.append((char) ('a' + point - FIRST_CIRCLED));
        } else if (isIn(FIRST_SQUARED, point)) {
            letters.append((char) ('a' + point - FIRST_SQUARED));
        } else {
            letters.appendCodePoint(point);
        }
    }

    private static boolean isIn(int first, int point) {
        return point >= first && point < first + ALPHABET;
    }

    /** Accents, joiners, direction marks, blanks of no width. */
    static boolean isInvisible(int point) {
        return switch (Character.getType(point)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT -> true;
            case Character.CONTROL -> point != '\n' && point != '\r' && point != '\t';
            // Hangul fillers are letters by category, and nothing to the eye.
            default -> point == 0x115F || point == 0x1160 || point == 0x3164 || point == 0xFFA0;
        };
    }

    private static Map<Integer, String> pairs(String listed) {
        Map<Integer, String> table = new HashMap<>();
        int[] points = listed.codePoints().toArray();
        for (int at = 0; at < points.length; at += 2) {
            table.put(points[at], Character.toString(points[at + 1]));
        }
        return Map.copyOf(table);
    }
}
