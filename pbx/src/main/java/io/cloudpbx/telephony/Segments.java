package io.cloudpbx.telephony;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a text travels: in which alphabet and in how many segments, each of which is paid for ({@code twilio.md} section 17).
 *
 * @param count segments; none for an empty text
 * @param used units of the last segment that are taken: septets in GSM-7, UTF-16 units in UCS-2
 * @param left units that still fit into the last segment before another one begins
 * @param forcing the characters that GSM-7 lacks and that therefore turn the whole text into UCS-2, in their order
 */
public record Segments(Encoding encoding, int count, int used, int left, List<Foreign> forcing) {
    /** The carrier refuses longer bodies ({@code twilio.md} section 14, error 21617). Counted in UTF-16 units. */
    public static final int LONGEST_BODY = 1600;

    /** Units of a text that fits into one segment, and of each segment when there are several. */
    public enum Encoding {
        GSM_7(160, 153),
        UCS_2(70, 67);

        private final int alone;
        private final int joined;

        Encoding(int alone, int joined) {
            this.alone = alone;
            this.joined = joined;
        }
    }

    /**
     * A character that GSM-7 lacks.
     *
     * @param position where it stands, in UTF-16 units from 0
     * @param lookAlike what the carrier's smart encoding would write instead, perhaps nothing at all; null when there is
     *     nothing like it in GSM-7
     */
    public record Foreign(
            String character, int position, @Nullable String lookAlike) {}

    public Segments {
        forcing = List.copyOf(forcing);
    }

    /** A text as it stands. */
    public static Segments of(String text) {
        List<Foreign> foreign = foreign(text);
        return foreign.isEmpty()
                ? divided(Encoding.GSM_7, text.codePoints().map(Gsm7::septets).toArray(), foreign)
                : divided(
                        Encoding.UCS_2,
                        text.codePoints().map(Character::charCount).toArray(),
                        foreign);
    }

    /** A text with every look-alike replaced, as the carrier's smart encoding sends it. */
    public static String simplified(String text) {
        var simple = new StringBuilder();
        text.codePoints().forEach(character -> {
            String lookAlike = Gsm7.has(character) ? null : Gsm7.lookAlike(character);
            if (lookAlike == null) {
                simple.appendCodePoint(character);
            } else {
                simple.append(lookAlike);
            }
        });
        return simple.toString();
    }

    private static List<Foreign> foreign(String text) {
        List<Foreign> foreign = new ArrayList<>();
        for (int at = 0; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
            int character = text.codePointAt(at);
            if (!Gsm7.has(character)) {
                foreign.add(new Foreign(Character.toString(character), at, Gsm7.lookAlike(character)));
            }
        }
        return foreign;
    }

    /** @param costs the units of each character, none of which may be split over two segments */
    private static Segments divided(Encoding encoding, int[] costs, List<Foreign> forcing) {
        int total = 0;
        for (int cost : costs) {
            total += cost;
        }
        if (total <= encoding.alone) {
            return new Segments(encoding, total == 0 ? 0 : 1, total, encoding.alone - total, forcing);
        }
        int count = 1;
        int used = 0;
        for (int cost : costs) {
            if (used + cost > encoding.joined) {
                count++;
                used = 0;
            }
            used += cost;
        }
        return new Segments(encoding, count, used, encoding.joined - used, forcing);
    }
}
