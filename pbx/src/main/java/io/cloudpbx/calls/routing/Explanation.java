package io.cloudpbx.calls.routing;

import io.cloudpbx.calls.flow.Ending;
import io.cloudpbx.calls.flow.Passage;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What would become of a call, and why, as the API tells it.
 *
 * @param at when the call comes in
 * @param version of the plan; null for the draft
 * @param steps what the caller would hear or who would be rung, in order
 * @param recording whether what they say to each other is recorded, should somebody take it; null when nobody is rung who could be told
 * @param changesAt from when on it would go another way; null when it would not within a year
 */
public record Explanation(
        Instant at,
        @Nullable Integer version,
        List<Line> steps,
        Ending ends,
        @Nullable Recorded recording,
        @Nullable Instant changesAt) {

    /**
     * Whether people are recorded.
     *
     * @param told who hears of it first: {@code caller}, {@code colleague}
     * @param reason for people
     */
    public record Recorded(boolean recorded, List<String> told, String reason) {}

    /**
     * A step.
     *
     * @param kind as in the story of a call
     * @param does what happens, for people
     * @param why for people
     * @param rules that led there, with what they did not lead to
     * @param place the key of the place in the plan to which it led; null where the caller stays at the last one
     */
    public record Line(
            String kind,
            String does,
            String why,
            List<Passage> rules,
            @Nullable String place) {}
}
