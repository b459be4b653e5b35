package io.cloudpbx.sandbox.call;

import io.cloudpbx.sandbox.twiml.Callback;
import org.jspecify.annotations.Nullable;

/**
 * What {@code POST Participants/{sid}} asks ({@code twilio.md} section 12); null leaves as it is.
 *
 * @param holdUrl what he hears on hold; null for the carrier's music
 * @param waitUrl what he hears until the conference starts
 * @param coaching false: he speaks to all again
 */
public record ParticipantChange(
        @Nullable Boolean muted,
        @Nullable Boolean hold,
        @Nullable Callback holdUrl,
        @Nullable Callback announce,
        @Nullable Callback waitUrl,
        @Nullable Boolean beepOnExit,
        @Nullable Boolean endsConference,
        @Nullable Boolean coaching,
        @Nullable String callSidToCoach) {

    /** What callbacks call {@code participant-modify}. */
    boolean modifies() {
        return beepOnExit != null
                || endsConference != null
                || coaching != null
                || callSidToCoach != null
                || waitUrl != null;
    }
}
