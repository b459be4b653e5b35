package io.cloudpbx.voicemail;

import io.cloudpbx.recordings.Sound;
import io.cloudpbx.telephony.CarrierId;
import io.cloudpbx.telephony.PhoneNumber;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A message in a mailbox.
 *
 * @param sound what is known once it is stored
 * @param transcript null until the carrier sends it or says why not
 * @param deleted null while it is in its mailbox
 */
public record Voicemail(
        UUID id,
        CarrierId recording,
        CarrierId call,
        @Nullable UUID extensionId,
        @Nullable PhoneNumber from,
        Instant receivedAt,
        State state,
        String blobKey,
        @Nullable Sound sound,
        @Nullable Instant listenedAt,
        @Nullable String listenedBy,
        @Nullable Transcript transcript,
        @Nullable Deleted deleted) {

    /** {@code FETCHING} ends in one of the others. */
    public enum State {
        FETCHING,
        STORED,
        /** Nothing was said; kept for the record, shown to nobody. */
        EMPTY,
        /** The carrier did not hand it over within two days. */
        LOST
    }

    /** Exactly one of the two is there. */
    public record Transcript(
            @Nullable String text, @Nullable String reason) {}

    /** When, and by whom. */
    public record Deleted(Instant at, String by) {
        static final Duration KEPT_FOR = Duration.ofDays(30);

        /** When it goes for good, unless it is brought back before. */
        Instant end() {
            return at.plus(KEPT_FOR);
        }
    }
}
