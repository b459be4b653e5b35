package io.cloudpbx.sandbox.state;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A recording's metadata; its WAV lies beside the journal under its SID. */
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
        Instant dateUpdated) {

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
