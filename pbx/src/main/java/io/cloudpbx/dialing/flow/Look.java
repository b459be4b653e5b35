package io.cloudpbx.dialing.flow;

import io.cloudpbx.carrier.PlacedCall;
import io.cloudpbx.telephony.CarrierId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What to make of a look into the carrier's list for a call of which nobody knows whether it was placed (R9). */
public sealed interface Look {
    /** Certainly this one. */
    record Found(CarrierId id) implements Look {}

    /** Neither there nor surely absent. */
    record Again(Duration in) implements Look {}

    record NotThere() implements Look {}

    /**
     * @param wishedAt when it was asked for
     * @param missedAt when it was first looked for in vain; null when this is the first look
     * @param alone whether no other call of the same two phones and time waits to be found, which could not be told apart
     */
    record For(Instant wishedAt, @Nullable Instant missedAt, boolean alone) {
        /** Clocks differ, and the carrier's list is in whole seconds. */
        private static final Duration BEFORE = Duration.ofSeconds(5);

        private static final Duration AFTER = Duration.ofSeconds(120);
        /** The carrier's list may lag. */
        private static final Duration PATIENCE = Duration.ofMinutes(5);

        private static final Duration APART = Duration.ofSeconds(60);

        /** @param unclaimed what the list shows that is no other call of ours */
        public Look at(List<PlacedCall> unclaimed, Instant now) {
            var like = unclaimed.stream().filter(this::fits).toList();
            if (alone && like.size() == 1) {
                return new Found(like.getFirst().id());
            }
            boolean lookedBefore = missedAt != null && !missedAt.plus(APART).isAfter(now);
            return lookedBefore && !wishedAt.plus(PATIENCE).isAfter(now) ? new NotThere() : new Again(APART);
        }

        private boolean fits(PlacedCall placed) {
            Instant at = placed.createdAt();
            return at != null && !at.isBefore(wishedAt.minus(BEFORE)) && !at.isAfter(wishedAt.plus(AFTER));
        }

        /** Calls wished for this long before or after may be meant by the same lines of the list. */
        public static Duration near() {
            return BEFORE.plus(AFTER);
        }
    }
}
