package io.cloudpbx.review;

import org.jspecify.annotations.Nullable;

/**
 * What is to be put to a mind once more.
 *
 * @param model that is asked; null for the one that is configured
 * @param days how far back calls are taken; 0 for tests
 */
public record Plan(What what, Mind mind, @Nullable String model, Told briefing, int days) {
    /** Which turns. */
    public enum What {
        TESTS,
        CALLS
    }

    /** Who decides. */
    public enum Mind {
        OFFLINE,
        CLAUDE
    }

    /** What the business asks of it. */
    public enum Told {
        /** As each call was begun with. */
        THEN,
        PUBLISHED,
        DRAFT
    }
}
