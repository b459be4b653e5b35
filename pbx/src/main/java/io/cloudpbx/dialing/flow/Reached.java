package io.cloudpbx.dialing.flow;

import io.cloudpbx.telephony.CallStatus;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What became of a call that somebody here began. */
public enum Reached {
    IN_PROGRESS,
    /** The two talked. */
    ANSWERED,
    /** The other side was rung and did not answer. */
    UNREACHED,
    /** Their own phone was not answered, or nobody pressed 1. */
    NOT_TAKEN,
    FAILED,
    /** Nobody knows whether the carrier ever placed it. */
    NOT_CONFIRMED;

    /** Empty for what only becomes of other calls. */
    public static Optional<Reached> named(String name) {
        return Arrays.stream(values())
                .filter(reached -> reached.name().toLowerCase(Locale.ROOT).equals(name))
                .findFirst();
    }

    /**
     * At the end.
     *
     * @param accepted whether 1 was pressed
     * @param answered whether the other side was joined
     */
    public static Reached of(CallStatus status, boolean accepted, boolean answered) {
        if (answered) {
            return ANSWERED;
        }
        if (accepted) {
            return UNREACHED;
        }
        return status == CallStatus.FAILED ? FAILED : NOT_TAKEN;
    }
}
