package io.cloudpbx.sandbox.message;

/**
 * Into how many parts the air divides a text ({@code twilio.md} section 17): GSM-7 holds 160 septets, or 153 in each of
 * several parts; UCS-2 holds 70 units, or 67. One character outside of GSM-7 turns the whole text into UCS-2.
 */
public record Segments(Encoding encoding, int count) {
    private static final String GSM_BASIC =
            "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿"
                    + "abcdefghijklmnopqrstuvwxyzäöñüà";
    /** Each costs two septets, which stay together. */
    private static final String GSM_EXTENSION = "\f^{}\\[~]|€";

    /** How characters are sent, with what one part holds alone and as one of several. */
    public enum Encoding {
        GSM_7(160, 153),
        UCS_2(70, 67);

        private final int alone;
        private final int ofSeveral;

        Encoding(int alone, int ofSeveral) {
            this.alone = alone;
            this.ofSeveral = ofSeveral;
        }
    }

    /** The parts of a body; a body without characters is one part. */
    public static Segments of(String body) {
        Encoding encoding = body.codePoints().allMatch(Segments::isGsm) ? Encoding.GSM_7 : Encoding.UCS_2;
        int[] costs =
                body.codePoints().map(character -> cost(encoding, character)).toArray();
        int total = 0;
        for (int cost : costs) {
            total += cost;
        }
        return new Segments(encoding, total <= encoding.alone ? 1 : parts(costs, encoding.ofSeveral));
    }

    private static boolean isGsm(int character) {
        return GSM_BASIC.indexOf(character) >= 0 || GSM_EXTENSION.indexOf(character) >= 0;
    }

    private static int cost(Encoding encoding, int character) {
        return switch (encoding) {
            case GSM_7 -> GSM_EXTENSION.indexOf(character) >= 0 ? 2 : 1;
            case UCS_2 -> Character.charCount(character);
        };
    }

    /** Neither an escaped septet nor a surrogate pair is torn apart, so a part may end one short. */
    private static int parts(int[] costs, int capacity) {
        int parts = 1;
        int used = 0;
        for (int cost : costs) {
            if (used + cost > capacity) {
                parts++;
                used = 0;
            }
            used += cost;
        }
        return parts;
    }
}
