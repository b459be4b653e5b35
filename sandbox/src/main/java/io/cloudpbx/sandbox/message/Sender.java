package io.cloudpbx.sandbox.message;

import io.cloudpbx.sandbox.state.TollFree;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What was arranged for a business number that sends texts. What is null is as {@code twilio.md} section 15 has it for
 * the number's type.
 *
 * @param segmentsPerSecond how fast texts leave its queue
 * @param queueSeconds how long the last text in its queue may have to wait
 * @param optOutsOnlyUpstream texts that only opt out or in are acted upon and never reach the customer
 *     ({@code compliance.md} C12)
 */
public record Sender(
        @Nullable Double segmentsPerSecond,
        @Nullable Integer queueSeconds,
        @Nullable Boolean optOutsOnlyUpstream) {
    static final Sender DEFAULT = new Sender(null, null, null);

    private static final double TOLL_FREE = 3;
    private static final double LONG_CODE = 1;
    private static final double INTERNATIONAL = 10;
    private static final int TEN_HOURS = 36_000;

    /** The queue that a text from this number to that one waits in: texts abroad wait in one of their own. */
    static String queue(String from, String to) {
        return isAbroad(to) ? from + " abroad" : from;
    }

    Pace.Limits limits(String from, String to) {
        Duration queue = Duration.ofSeconds(queueSeconds == null ? TEN_HOURS : queueSeconds);
        return new Pace.Limits(segmentsPerSecond == null ? usual(from, to) : segmentsPerSecond, queue);
    }

    private static double usual(String from, String to) {
        if (isAbroad(to)) {
            return INTERNATIONAL;
        }
        return TollFree.is(from) ? TOLL_FREE : LONG_CODE;
    }

    static boolean isAbroad(String to) {
        return !to.startsWith("+1");
    }

    boolean hidesOptOuts() {
        return Boolean.TRUE.equals(optOutsOnlyUpstream);
    }
}
