package io.cloudpbx.calls.flow;

import io.cloudpbx.telephony.DialOutcome;

/** What just happened in a call. */
public sealed interface CallEvent {
    record Arrived() implements CallEvent {}

    /**
     * The menu was heard.
     *
     * @param visit how often the menu has been played, from 1
     * @param silences how many of those ended without a key
     * @param digits the keys pressed, perhaps none
     */
    record MenuAnswered(int visit, int silences, String digits) implements CallEvent {}

    /** Ringing somebody ended. */
    record RingingEnded(String ext, DialOutcome outcome) implements CallEvent {}

    /** A message was recorded, or the caller hung up while recording. */
    record MessageLeft() implements CallEvent {}

    /** The caller said nothing after the tone. */
    record NothingSaid() implements CallEvent {}
}
