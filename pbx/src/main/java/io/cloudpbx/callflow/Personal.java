package io.cloudpbx.callflow;

import io.cloudpbx.telephony.PhoneNumber;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How one extension is reached, whichever way a caller came.
 *
 * @param hours when they may be rung, the name of a schedule; null for always
 * @param closed where callers go outside these hours; null for their mailbox
 * @param doNotDisturb whether nobody is put through
 * @param ringFor their own phone
 * @param findMe other phones, rung one after the other; each is asked to press 1 (A16)
 * @param otherwise where callers go whom nobody answers; null for their mailbox
 */
public record Personal(
        @Nullable String hours,
        @Nullable String closed,
        boolean doNotDisturb,
        Duration ringFor,
        List<FindMe> findMe,
        @Nullable String otherwise) {
    public static final Duration USUAL_RINGING = Duration.ofSeconds(20);
    public static final Personal NONE = new Personal(null, null, false, USUAL_RINGING, List.of(), null);

    public Personal {
        findMe = List.copyOf(findMe);
    }

    /** Another phone of theirs. */
    public record FindMe(PhoneNumber number, Duration ringFor) {}
}
