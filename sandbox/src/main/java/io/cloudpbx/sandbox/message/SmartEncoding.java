package io.cloudpbx.sandbox.message;

import java.util.Map;

/**
 * Replaces characters that only look special by their plain relatives, so that a text stays in GSM-7
 * ({@code twilio.md} section 17): quotes, dashes, ellipses, blanks, full-width forms.
 */
final class SmartEncoding {
    private static final String DOUBLE_QUOTES = "«»“”„‟ʺˮ❝❞〝〞";
    private static final String SINGLE_QUOTES = "‘’‛ʹʻʼʽˈˊˋ´`❛❜";
    private static final Map<Integer, String> OTHERS = Map.ofEntries(
            Map.entry((int) '…', "..."),
            Map.entry((int) '‼', "!!"),
            Map.entry((int) '¼', "1/4"),
            Map.entry((int) '½', "1/2"),
            Map.entry((int) '¾', "3/4"),
            Map.entry((int) '÷', "/"),
            Map.entry((int) '⁄', "/"),
            Map.entry((int) '∕', "/"),
            Map.entry((int) '‚', ","),
            Map.entry((int) '•', "-"),
            Map.entry((int) '⁃', "-"),
            Map.entry((int) '∗', "*"),
            Map.entry((int) 'ˆ', "^"),
            Map.entry((int) '˜', "~"),
            Map.entry((int) '。', "."),
            Map.entry((int) '、', ","),
            Map.entry((int) '\t', " "),
            Map.entry((int) '\u2028', " "),
            Map.entry((int) '\u2029', " "));
    private static final int FULL_WIDTH_FIRST = 0xFF01;
    private static final int FULL_WIDTH_LAST = 0xFF5E;
    private static final int FULL_WIDTH_OFFSET = FULL_WIDTH_FIRST - '!';

    private SmartEncoding() {}

    static String apply(String body) {
        StringBuilder plain = new StringBuilder(body.length());
        body.codePoints().forEach(character -> replace(character, plain));
        return plain.toString();
    }

    private static void replace(int character, StringBuilder plain) {
        String other = OTHERS.get(character);
        if (other != null) {
            plain.append(other);
        } else if (DOUBLE_QUOTES.indexOf(character) >= 0) {
            plain.append('"');
        } else if (SINGLE_QUOTES.indexOf(character) >= 0) {
            plain.append('\'');
        } else if (character >= FULL_WIDTH_FIRST && character <= FULL_WIDTH_LAST) {
            plain.append((char) (character - FULL_WIDTH_OFFSET));
        } else {
            replaceByType(character, plain);
        }
    }

    private static void replaceByType(int character, StringBuilder plain) {
        switch (Character.getType(character)) {
            case Character.SPACE_SEPARATOR -> plain.append(' ');
            case Character.DASH_PUNCTUATION -> plain.append('-');
            default -> {
                // Joiners and marks without width hold no meaning between letters, but an emoji needs its joiner.
                if (character != 0x200B && character != 0x2060 && character != 0xFEFF) {
                    plain.appendCodePoint(character);
                }
            }
        }
    }
}
