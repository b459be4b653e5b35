package io.cloudpbx.receptionist.offline.sound;

import org.apache.commons.codec.language.DoubleMetaphone;

/**
 * Letters, and what they sound like.
 *
 * @param letters small ones, without blanks
 */
public record Sounded(String letters, String metaphone, String otherMetaphone, String key) {
    private static final int LONGEST_CODE = 12;

    public static Sounded of(String letters) {
        var metaphone = new DoubleMetaphone();
        metaphone.setMaxCodeLen(LONGEST_CODE);
        String first = metaphone.doubleMetaphone(letters);
        String second = metaphone.doubleMetaphone(letters, true);
        return new Sounded(letters, first == null ? "" : first, second == null ? "" : second, SoundKey.of(letters));
    }

    /** Whether nobody could tell by ear which of the two was said. */
    public boolean isHomophoneOf(Sounded other) {
        return !key.isEmpty() && key.equals(other.key) || letters.equals(other.letters);
    }

    boolean sharesMetaphone(Sounded other) {
        return !metaphone.isEmpty()
                && (metaphone.equals(other.metaphone)
                        || metaphone.equals(other.otherMetaphone)
                        || otherMetaphone.equals(other.metaphone));
    }
}
