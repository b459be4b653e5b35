package io.cloudpbx.numbers;

import java.util.OptionalInt;

/** What somebody has chosen for how many segments of campaigns a number sends a day (C28). */
public sealed interface DailyCap {
    int LEAST = 1;

    /** More than any network allows a brand. */
    int MOST = 1_000_000;

    /** What is usual for its kind and registration. */
    record Usual() implements DailyCap {}

    /** As many as it can. */
    record None() implements DailyCap {}

    record Own(int segments) implements DailyCap {
        public Own {
            if (segments < LEAST || segments > MOST) {
                throw new IllegalArgumentException("A day has no room for " + segments + " segments");
            }
        }
    }

    /** Empty for as many as it can. */
    default OptionalInt segments(OptionalInt usual) {
        return switch (this) {
            case Usual same -> usual;
            case None none -> OptionalInt.empty();
            case Own(int segments) -> OptionalInt.of(segments);
        };
    }
}
