package io.cloudpbx.calls;

import io.cloudpbx.calls.CallView.Party;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What somebody inside does just now, as far as calls tell.
 *
 * @param state {@code talking}, {@code ringing}, {@code do_not_disturb}, {@code away} outside their hours, {@code no_phone}, or {@code free}
 * @param since when they are talking or their phone rings
 */
public record Seat(Party person, String state, @Nullable Instant since) {
    /**
     * What is known of them.
     *
     * @param talkingSince null when they are not
     * @param ringingSince null when their phone does not ring
     */
    record Known(
            @Nullable Instant talkingSince,
            @Nullable Instant ringingSince,
            boolean doNotDisturb,
            boolean away,
            boolean phone) {}

    /** A call that they have tells more than what they wish. */
    static Seat of(Party person, Known known) {
        if (known.talkingSince() != null) {
            return new Seat(person, "talking", known.talkingSince());
        }
        if (known.ringingSince() != null) {
            return new Seat(person, "ringing", known.ringingSince());
        }
        return new Seat(person, resting(known), null);
    }

    private static String resting(Known known) {
        if (known.doNotDisturb()) {
            return "do_not_disturb";
        }
        if (known.away()) {
            return "away";
        }
        return known.phone() ? "free" : "no_phone";
    }

    boolean isFree() {
        return state.equals("free");
    }
}
