package io.cloudpbx.twiml;

/**
 * Makes any text safe to be spoken: characters that XML forbids or that only steer display (controls, lone surrogates,
 * bidi marks, zero-width) are dropped, blanks are collapsed, and the length is capped (T12; 13521 above 4096).
 */
final class SpokenText {
    private static final int MOST = 3000;

    private SpokenText() {}

    static String clean(String text) {
        var kept = new StringBuilder();
        text.codePoints()
                .map(SpokenText::blankToSpace)
                .filter(SpokenText::isSpeakable)
                .limit(MOST)
                .forEach(point -> {
                    boolean secondBlank = point == ' ' && (kept.isEmpty() || kept.charAt(kept.length() - 1) == ' ');
                    if (!secondBlank) {
                        kept.appendCodePoint(point);
                    }
                });
        return kept.toString().strip();
    }

    private static int blankToSpace(int point) {
        return Character.isWhitespace(point) || Character.isSpaceChar(point) ? ' ' : point;
    }

    private static boolean isSpeakable(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED -> false;
            default -> true;
        };
    }
}
