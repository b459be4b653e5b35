package io.cloudpbx.campaigns.send;

import io.cloudpbx.campaigns.flow.Pace;
import io.cloudpbx.telephony.PhoneNumber;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/**
 * How far ahead texts are claimed: long enough that no number ever waits for a round, on a busy machine either, and that from when
 * the first of them can leave. A slow ledger would else keep every number below its rate.
 *
 * @param lead how long it takes until what is claimed now can leave
 */
record Ahead(Duration lead) {
    private static final Duration NO_WAIT_FOR_A_ROUND = Duration.ofSeconds(1);

    /** Numbers that are free within it get something to send. */
    Duration within() {
        return lead.plus(NO_WAIT_FOR_A_ROUND);
    }

    /**
     * Each number as often as it may send in the time ahead, one after the other.
     *
     * @param free how long each still has to wait, less than {@link #within}
     */
    List<PhoneNumber> turns(SequencedMap<PhoneNumber, Duration> free, Pace pace) {
        List<PhoneNumber> turns = new ArrayList<>();
        SequencedMap<PhoneNumber, Duration> left = new LinkedHashMap<>(free);
        left.replaceAll((number, wait) -> wait.compareTo(lead) > 0 ? wait : lead);
        while (!left.isEmpty()) {
            turns.addAll(left.sequencedKeySet());
            left.replaceAll((number, wait) -> wait.plusNanos((long) (pace.slot(number, 1) * 1e9)));
            left.values().removeIf(wait -> wait.compareTo(within()) >= 0);
        }
        return pace.isShared() ? turns.subList(0, Math.min(turns.size(), ofTheAccount(pace))) : turns;
    }

    /** How many texts the account may send in that time, however many its numbers could. */
    private static int ofTheAccount(Pace pace) {
        return (int) Math.ceil(pace.account() * NO_WAIT_FOR_A_ROUND.toSeconds());
    }
}
