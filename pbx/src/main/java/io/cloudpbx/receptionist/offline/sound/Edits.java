package io.cloudpbx.receptionist.offline.sound;

import org.apache.commons.text.similarity.DamerauLevenshteinDistance;

/** How many letters are wrong, left out, added or swapped. */
public final class Edits {
    private static final DamerauLevenshteinDistance DISTANCE = new DamerauLevenshteinDistance();

    private Edits() {}

    public static int between(String one, String other) {
        return DISTANCE.apply(one, other);
    }
}
