package io.cloudpbx.sandbox.call;

import io.cloudpbx.sandbox.state.Call;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Who takes part in a conference, as the Participants resource shows him ({@code twilio.md} section 12).
 *
 * @param coached the call that alone hears him; null when all do
 */
public record Participant(
        String callSid,
        String accountSid,
        String conferenceSid,
        @Nullable String label,
        boolean muted,
        boolean hold,
        @Nullable String coached,
        boolean startsConference,
        boolean endsConference,
        Call.Status callStatus,
        Instant dateCreated,
        Instant dateUpdated) {

    /** Whether the path of the REST API means him. */
    public boolean isCalled(String callSidOrLabel) {
        return callSid.equals(callSidOrLabel) || callSidOrLabel.equals(label);
    }

    Participant with(ParticipantChange change, Instant now) {
        return new Participant(
                callSid,
                accountSid,
                conferenceSid,
                label,
                Objects.requireNonNullElse(change.muted(), muted),
                Objects.requireNonNullElse(change.hold(), hold),
                coached(change),
                startsConference,
                Objects.requireNonNullElse(change.endsConference(), endsConference),
                callStatus,
                dateCreated,
                now);
    }

    private @Nullable String coached(ParticipantChange change) {
        if (Boolean.FALSE.equals(change.coaching())) {
            return null;
        }
        return change.callSidToCoach() == null ? coached : change.callSidToCoach();
    }

    Participant with(Call.Status status) {
        return new Participant(
                callSid,
                accountSid,
                conferenceSid,
                label,
                muted,
                hold,
                coached,
                startsConference,
                endsConference,
                status,
                dateCreated,
                dateUpdated);
    }

    /** What callbacks about him say ({@code twilio.md} section 2.3). */
    Map<String, String> parameters() {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("CallSid", callSid);
        parameters.put("Muted", String.valueOf(muted));
        parameters.put("Hold", String.valueOf(hold));
        parameters.put("Coaching", String.valueOf(coached != null));
        parameters.put("EndConferenceOnExit", String.valueOf(endsConference));
        parameters.put("StartConferenceOnEnter", String.valueOf(startsConference));
        if (label != null) {
            parameters.put("ParticipantLabel", label);
        }
        if (coached != null) {
            parameters.put("CallSidToCoach", coached);
        }
        return parameters;
    }
}
