package io.cloudpbx.greetings.dictation;

import io.cloudpbx.telephony.CarrierId;
import io.cloudpbx.telephony.PhoneNumber;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A greeting that somebody wants to speak into their phone.
 *
 * @param from one of our numbers, which the phone shows
 * @param recording null until it is complete at the carrier, which is known since {@code recordedAt}
 * @param greeting the name of what was kept
 * @param why it failed, for people; empty where it did not
 */
public record Dictation(
        UUID id,
        UUID userId,
        String userName,
        PhoneNumber phone,
        PhoneNumber from,
        State state,
        String blobKey,
        @Nullable CarrierId recording,
        @Nullable Instant recordedAt,
        @Nullable String greeting,
        String why,
        Instant createdAt) {

    /** See the picture of the package. */
    public enum State {
        READY,
        RINGING,
        SPEAKING,
        RECORDED,
        KEPT,
        FAILED
    }

    /** Whether the phone may still say something. */
    public boolean isOnTheLine() {
        return Set.of(State.READY, State.RINGING, State.SPEAKING).contains(state);
    }
}
