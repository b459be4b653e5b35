package io.cloudpbx.messaging;

import io.cloudpbx.messaging.flow.Check;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A text before it is sent.
 *
 * @param encoding {@code gsm_7} or {@code ucs_2}
 * @param forcing the characters that make it UCS-2, which halves what fits
 * @param costEstimate in dollars
 * @param decision null while nobody is named who would get it
 */
public record PreviewView(
        String encoding,
        int segments,
        int left,
        List<Forcing> forcing,
        double costEstimate,
        @Nullable Decision decision) {

    /** @param lookAlike what looks alike and costs nothing; null when nothing does */
    public record Forcing(
            String character, int position, @Nullable String lookAlike) {}

    /** @param outcome {@code send}, {@code later} or {@code refuse}; code, sentence and rule are of the check that decided */
    public record Decision(
            String outcome,
            @Nullable String code,
            @Nullable String sentence,
            @Nullable String rule,
            @Nullable Instant until,
            List<Check> checks) {}
}
