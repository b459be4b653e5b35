package io.cloudpbx.sandbox.state;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A conference, as the Conferences resource shows it ({@code twilio.md} sections 8.1, 12 and 13). */
public record Conference(
        String sid,
        String accountSid,
        String friendlyName,
        Status status,
        @Nullable Ending ending,
        Instant dateCreated,
        Instant dateUpdated) {

    /** How it ended. */
    public record Ending(
            Reason reason,
            @Nullable String callSid,
            @Nullable String participantLabel) {}

    public Conference started(Instant now) {
        return new Conference(sid, accountSid, friendlyName, Status.IN_PROGRESS, null, dateCreated, now);
    }

    public Conference ended(Ending how, Instant now) {
        return new Conference(sid, accountSid, friendlyName, Status.COMPLETED, how, dateCreated, now);
    }

    /** Only forward. */
    public enum Status {
        INIT,
        IN_PROGRESS,
        COMPLETED;

        public String text() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** Why a conference ended. */
    public enum Reason {
        CONFERENCE_ENDED_VIA_API,
        LAST_PARTICIPANT_LEFT,
        LAST_PARTICIPANT_KICKED,
        PARTICIPANT_WITH_END_CONFERENCE_ON_EXIT_LEFT,
        PARTICIPANT_WITH_END_CONFERENCE_ON_EXIT_KICKED;

        public String text() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
