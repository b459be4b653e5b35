package io.cloudpbx.sandbox.state;

import io.cloudpbx.sandbox.twiml.Verb.Track;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A recording's metadata; its WAV lies beside the journal under its SID.
 *
 * @param callSid of a conference's recording, the call that created the conference
 * @param track which side is on it; null in journals from before that was kept, when it was always both
 * @param conferenceSid null when it is a call's
 */
public record Recording(
        String sid,
        String accountSid,
        String callSid,
        Status status,
        Source source,
        int channels,
        Instant startTime,
        @Nullable Duration duration,
        @Nullable Integer errorCode,
        Instant dateCreated,
        Instant dateUpdated,
        @Nullable Track track,
        @Nullable String conferenceSid) {

    /** A call's own recording. */
    public Recording(
            String sid,
            String accountSid,
            String callSid,
            Status status,
            Source source,
            int channels,
            Instant startTime,
            @Nullable Duration duration,
            @Nullable Integer errorCode,
            Instant dateCreated,
            Instant dateUpdated,
            @Nullable Track track) {
        this(
                sid,
                accountSid,
                callSid,
                status,
                source,
                channels,
                startTime,
                duration,
                errorCode,
                dateCreated,
                dateUpdated,
                track,
                null);
    }

    /** The same in another state. */
    public Recording became(Status now, Instant at) {
        return became(now, duration, errorCode, at);
    }

    /** The same in another state, with what is known of it now. */
    public Recording became(Status now, @Nullable Duration length, @Nullable Integer error, Instant at) {
        return new Recording(
                sid,
                accountSid,
                callSid,
                now,
                source,
                channels,
                startTime,
                length,
                error,
                dateCreated,
                at,
                track,
                conferenceSid);
    }

    /** Also when the sound has been deleted since: the rest is kept ({@code twilio.md} section 12). */
    public boolean hadSound() {
        return status == Status.COMPLETED || (status == Status.DELETED && errorCode == null);
    }

    /** {@code twilio.md} section 13. */
    public enum Status {
        IN_PROGRESS,
        PAUSED,
        STOPPED,
        PROCESSING,
        COMPLETED,
        ABSENT,
        DELETED;

        public String text() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
    }

    /** What made the recording, by the name Twilio gives it in {@code RecordingSource}. */
    public enum Source {
        RECORD_VERB("RecordVerb"),
        DIAL_VERB("DialVerb"),
        OUTBOUND_API("OutboundAPI"),
        CONFERENCE("Conference"),
        START_CALL_RECORDING_API("StartCallRecordingAPI");

        private final String text;

        Source(String text) {
            this.text = text;
        }

        public String text() {
            return text;
        }
    }
}
