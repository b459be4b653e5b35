package io.cloudpbx.missedcalls.flow;

import io.cloudpbx.calls.Call.Outcome;

/** What a call means for whoever has to call back. */
public enum CallNews {
    /** It tried somebody, reached nobody and left no message: somebody has to call back. */
    MISSED,
    /** The caller talks to a person, or did. */
    REACHED,
    /** What they want is in a mailbox, and its work. */
    MESSAGE_LEFT,
    NOTHING;

    /**
     * Who gives up in the menu has not been missed by anybody, as everywhere else. Who got from the receptionist what this call was for may
     * still wait to be called back about an earlier one.
     *
     * @param answered whether a person took it
     */
    public static CallNews of(Outcome outcome, boolean live, boolean answered) {
        if (answered) {
            return REACHED;
        }
        if (live) {
            return NOTHING;
        }
        return switch (outcome) {
            case ANSWERED -> REACHED;
            case VOICEMAIL -> MESSAGE_LEFT;
            case MISSED, FAILED, IN_PROGRESS, HANDLED, ABANDONED, REJECTED -> outcome.isMissed() ? MISSED : NOTHING;
        };
    }
}
