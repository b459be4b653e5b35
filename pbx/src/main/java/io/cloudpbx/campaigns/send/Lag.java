package io.cloudpbx.campaigns.send;

import io.cloudpbx.telephony.PhoneNumber;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * By how much texts leave their numbers later than was planned, as each waits for what is known of the one before it. Each number's
 * next time is put off by that, once: whoever only waited would fall behind a little more each time, until its time is another's.
 */
final class Lag {
    /** As much lies between two times anyhow. */
    private static final long UNNOTICED = Duration.ofMillis(10).toNanos();

    private static final Standing NONE = new Standing(0, 0);

    private final Map<PhoneNumber, Standing> standings = new ConcurrentHashMap<>();

    /**
     * @param madeGood by how much all of the number's times together have been put off so far, in nanoseconds
     * @param owed by how much its next time has to be
     */
    private record Standing(long madeGood, long owed) {}

    /** By how much a number's times are put off so far: whoever is planned now is planned with that. */
    long madeGood(PhoneNumber number) {
        return standings.getOrDefault(number, NONE).madeGood();
    }

    /**
     * A text has left.
     *
     * @param late by how much after its time, in nanoseconds
     * @param planned what was made good when its time was planned; what was since is not owed twice
     */
    void left(PhoneNumber number, long late, long planned) {
        standings.compute(number, (same, before) -> {
            long madeGood = before == null ? 0 : before.madeGood();
            return new Standing(madeGood, late - (madeGood - planned));
        });
    }

    /** @return by how much the number's next time has to be put off, in nanoseconds; it counts as done */
    long makeGood(PhoneNumber number) {
        long owed = standings.getOrDefault(number, NONE).owed();
        if (owed <= UNNOTICED) {
            return 0;
        }
        standings.put(number, new Standing(madeGood(number) + owed, 0));
        return owed;
    }
}
