package io.cloudpbx.calls.flow;

import io.cloudpbx.knowledge.words.Language;
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

    /**
     * The caller said something to the receptionist.
     *
     * @param wanted what a mind makes of it
     * @param language of the caller
     */
    record CallerSpoke(Talk talk, io.cloudpbx.receptionist.Decision wanted, Language language) implements CallEvent {}

    /** The caller said something, and what to make of it is still being thought about. */
    record StillThinking(Talk talk) implements CallEvent {}

    /** The caller pressed keys while the receptionist listened. */
    record CallerPressed(Talk talk, String digits) implements CallEvent {}

    /**
     * The caller began to speak while an answer was still being thought of, the beginning of which they had heard.
     *
     * @param heard that beginning
     */
    record CallerInterrupted(Talk talk, String heard) implements CallEvent {}

    /** The stream in which the receptionist listened is gone, and the caller is not. */
    record StreamBroke(Talk talk) implements CallEvent {}

    /** The caller said and pressed nothing. */
    record CallerSilent(Talk talk) implements CallEvent {}

    /**
     * Ringing somebody to whom the receptionist connects ended.
     *
     * @param target the id of whom the caller wanted, a person or a department
     * @param ext who was rung
     */
    record TransferEnded(Talk talk, String target, String ext, DialOutcome outcome) implements CallEvent {}
}
