package io.cloudpbx.settings;

import java.util.Set;

/**
 * How far a new company has come in being set up. What was chosen on the way is kept where it belongs; this is the bookmark.
 *
 * @param step the furthest that somebody has come to
 * @param skipped steps that were left for later
 */
public record FirstSteps(Stage stage, Step step, Set<Step> skipped) {
    public FirstSteps {
        skipped = Set.copyOf(skipped);
    }

    /** Whether anybody is to be reminded of them. */
    public enum Stage {
        /** Nobody was led through them: the company was there before they were. */
        UNBEGUN,
        OPEN,
        DONE,
        /** Somebody does not want to be reminded. */
        DISMISSED
    }

    /** In the order in which they are taken. */
    public enum Step {
        BUSINESS,
        PEOPLE,
        CALLS,
        CARRIER,
        READY
    }
}
