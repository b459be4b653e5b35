package io.cloudpbx.campaigns.send;

import io.cloudpbx.campaigns.flow.Pace;
import io.cloudpbx.telephony.PhoneNumber;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * How many texts of each number this node has written down and not heard of yet. All of them are in doubt when it dies, so there
 * are no more of them than the number sends in a moment, however slow the carrier or the machine is.
 */
final class OnTheWay {
    /** A carrier that answers as slowly as this keeps no number below its rate. */
    private static final double MOMENT_SECONDS = 0.4;

    private final Pace pace;
    private final Map<PhoneNumber, Integer> texts = new ConcurrentHashMap<>();

    OnTheWay(Pace pace) {
        this.pace = pace;
    }

    /** @return whether there was room for one more */
    boolean add(PhoneNumber number) {
        int most = 1 + (int) (pace.of(number) * MOMENT_SECONDS);
        var added = new AtomicBoolean();
        texts.compute(number, (same, present) -> {
            int before = present == null ? 0 : present;
            added.set(before < most);
            return added.get() ? before + 1 : before;
        });
        return added.get();
    }

    void remove(PhoneNumber number) {
        texts.computeIfPresent(number, (same, before) -> before > 1 ? before - 1 : null);
    }
}
