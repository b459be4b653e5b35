package io.cloudpbx.sandbox.state;

import org.jspecify.annotations.Nullable;

/**
 * How much American networks take from a campaign or a brand ({@code twilio.md} section 15); null for as much as comes.
 *
 * @param segmentsPerSecond of a campaign, over all its numbers; above it 30022
 * @param segmentsPerDay of a campaign (30023), or of a brand to T-Mobile (30027)
 */
public record A2pLimits(
        @Nullable Integer segmentsPerSecond, @Nullable Integer segmentsPerDay) {
    public static final A2pLimits NONE = new A2pLimits(null, null);
}
