package io.cloudpbx.sandbox.state;

import java.time.Duration;
import java.time.Instant;

/** The text of a recording. Only what was typed or spoken by {@code <Say>} can be known here; sound alone fails. */
public record Transcription(
        String sid,
        String accountSid,
        String recordingSid,
        Status status,
        String text,
        Duration duration,
        Instant dateCreated,
        Instant dateUpdated) {

    public enum Status {
        IN_PROGRESS,
        COMPLETED,
        FAILED;

        public String text() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
    }
}
