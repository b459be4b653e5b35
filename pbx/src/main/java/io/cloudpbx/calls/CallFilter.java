package io.cloudpbx.calls;

import io.cloudpbx.telephony.PhoneNumber;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which calls of the log are wanted. What is null does not matter.
 *
 * @param extensions whom they reached or tried to reach last, or who began them
 * @param number of ours
 * @param recorded only those of which a recording can be played
 * @param until before this instant
 */
public record CallFilter(
        @Nullable Direction direction,
        @Nullable String outcome,
        @Nullable List<UUID> extensions,
        @Nullable PhoneNumber number,
        boolean recorded,
        @Nullable Instant from,
        @Nullable Instant until,
        @Nullable Meant meant) {

    /** Who began the call. */
    public enum Direction {
        INBOUND,
        OUTBOUND
    }

    /**
     * Whom the words of a search mean: any of these.
     *
     * @param digits part of the other side's number; empty when it was not asked for by digits
     * @param people numbers of people outside
     * @param extensions of people inside
     */
    public record Meant(String digits, List<PhoneNumber> people, List<UUID> extensions) {
        public boolean isNobody() {
            return digits.isEmpty() && people.isEmpty() && extensions.isEmpty();
        }
    }

    public boolean wants(Direction one) {
        return direction == null || direction == one;
    }
}
