package io.cloudpbx.campaigns.flow;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Whose matter it is that the carrier did not send a text, by its code (A23, {@code twilio.md} section 14). Nobody loses their text by
 * what is not their own.
 */
public sealed interface Blame {
    /** This text's, or its recipient's: asking again changes nothing. Codes that nobody has listed are taken for one of these. */
    record Theirs() implements Blame {}

    /** Its time was over before the carrier sent it (C15). */
    record Late() implements Blame {}

    /** The number sends too much, and rests (R12). */
    record TooMuch(Duration rest) implements Blame {}

    /** The number has sent what it may on this day, which ends at midnight on the Pacific coast. */
    record TooMuchToday() implements Blame {
        public Duration rest(Instant now) {
            return Duration.between(now, CarrierDay.endAfter(now));
        }
    }

    /** The number's: the carrier takes nothing of it before somebody has seen to that. Others may send meanwhile. */
    record Numbers() implements Blame {}

    /**
     * The account's, or our own: nothing leaves before somebody has seen to that.
     *
     * @param putOff how long this recipient waits after that; those whom alone it may be about are not the first to be asked for again
     */
    record Accounts(Duration putOff) implements Blame {}

    /** How long a number rests that is at fault itself: it is looked at by sending again, now and then. */
    Duration NEXT_LOOK = Duration.ofHours(1);

    Duration REST = Duration.ofMinutes(10);

    Map<Integer, Blame> BY_CODE = byCode();

    private static Map<Integer, Blame> byCode() {
        Map<Integer, Blame> byCode = new HashMap<>();
        var account = new Accounts(Duration.ZERO);
        // Not active, suspended, credentials, not found, forbidden; outbound messaging off.
        List.of(10001, 20003, 20004, 20005, 20006, 20008, 20403, 20404, 30002, 30037)
                .forEach(code -> byCode.put(code, account));
        // No word of the carrier's own: something that stands before it refuses us.
        byCode.put(0, account);
        var region = new Accounts(NEXT_LOOK);
        // No permission for their region; a trial account and nobody who is verified there.
        List.of(21408, 21608).forEach(code -> byCode.put(code, region));
        var ours = new Accounts(NEXT_LOOK);
        // Parameters that we send with every text: from, callback, media, validity.
        List.of(20001, 20422, 21603, 21609, 21620, 21621, 21623, 21624, 21626).forEach(code -> byCode.put(code, ours));
        // Not owned, not valid, not able to text; not verified, suspended, not registered, still looked at.
        List.of(21210, 21212, 21606, 30032, 30033, 30034, 30035).forEach(code -> byCode.put(code, new Numbers()));
        // Its queue is full or would not empty in time; too fast for its registration.
        List.of(21611, 30001, 30022).forEach(code -> byCode.put(code, new TooMuch(REST)));
        // Its share of the day is used up, or the account's.
        List.of(30023, 63038).forEach(code -> byCode.put(code, new TooMuch(NEXT_LOOK)));
        byCode.put(30027, new TooMuchToday());
        byCode.put(30036, new Late());
        return Map.copyOf(byCode);
    }

    static Blame of(int code) {
        return BY_CODE.getOrDefault(code, new Theirs());
    }
}
