package io.cloudpbx.calls.flow;

import io.cloudpbx.callflow.Node;
import io.cloudpbx.callflow.Plan;
import io.cloudpbx.knowledge.words.Language;
import io.cloudpbx.telephony.DialOutcome;
import org.jspecify.annotations.Nullable;

/** What just happened in a call. */
public sealed interface CallEvent {
    /** The keys that the caller pressed, none for most of what happens. */
    static String pressed(CallEvent event) {
        return switch (event) {
            case MenuAnswered menu -> menu.digits();
            case WaitingEnded waiting -> waiting.digits();
            case NameKeyed keyed -> keyed.digits();
            case NameChosen chosen -> chosen.digits();
            case CallerPressed pressed -> pressed.digits();
            default -> "";
        };
    }

    record Arrived() implements CallEvent {}

    /**
     * A menu was heard.
     *
     * @param menu the key of its place
     * @param visit how often it has been played since the caller came to it, from 1
     * @param silences how many of those ended without a key
     * @param digits the keys pressed, perhaps none
     */
    record MenuAnswered(String menu, int visit, int silences, String digits) implements CallEvent {
        /** The menu of a company that has set nothing. */
        public MenuAnswered(int visit, int silences, String digits) {
            this(Plan.MAIN_MENU, visit, silences, digits);
        }
    }

    /**
     * Ringing ended.
     *
     * @param place the key of where in the plan it rang
     * @param leg which of the phones there it was, or which round of them, from 0
     */
    record RingingEnded(String place, int leg, DialOutcome outcome) implements CallEvent {
        /** At an extension's own phone. */
        public RingingEnded(String ext, DialOutcome outcome) {
            this(Node.Extension.keyOf(ext), 0, outcome);
        }
    }

    /** The caller pressed keys while waiting for somebody to be rung. */
    record WaitingEnded(String place, int leg, String digits) implements CallEvent {}

    /**
     * The caller keyed in the beginning of a name.
     *
     * @param visit how often a name was asked for, from 1
     * @param digits perhaps none
     */
    record NameKeyed(String place, int visit, String digits) implements CallEvent {}

    /** The caller chose among several people. @param name the keys by which they were found */
    record NameChosen(String place, int visit, String name, String digits) implements CallEvent {}

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

    /**
     * Somebody of us transferred the call while they talked, or before anybody took the call.
     *
     * @param place the key of where in the plan
     * @param by the extension that had the caller; null when none had
     */
    record Transferred(String place, @Nullable String by) implements CallEvent {}
}
