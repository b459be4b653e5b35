package io.cloudpbx.calls.talk;

import io.cloudpbx.knowledge.words.Plain;
import java.util.Comparator;
import java.util.List;

/** What a caller wants, in a sentence for whoever is called: the most that they said at once, and no word of a model. */
public final class Wish {
    private static final int LONGEST = 140;

    /** Who says less has only named somebody. */
    private static final int FEWEST_WORDS = 4;

    private Wish() {}

    /** @return empty when they said nothing that would help */
    public static String of(List<String> said) {
        return said.stream()
                .max(Comparator.comparingInt(String::length))
                .filter(words -> words.split("\\s+").length >= FEWEST_WORDS)
                .map(words -> Plain.beginning(words, LONGEST).strip().replaceAll("[.!?,;: ]+$", ""))
                .orElse("");
    }
}
