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
            case WordsInterrupted interrupted -> interrupted.digits();
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

    /**
     * A caller in a queue has heard the music to its end, or pressed keys.
     *
     * @param leg of an earlier version's documents
     * @param digits perhaps none
     */
    record WaitingEnded(String place, int leg, String digits) implements CallEvent {}

    /**
     * The caller pressed a key while something was said on the way to a place, or a mailbox greeted them.
     *
     * @param place the key of that place, or of the mailbox
     */
    record WordsInterrupted(String place, String digits) implements CallEvent {}

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
     * Somebody of us transferred the call while they talked, or before anybody took the call; or it comes back to them.
     *
     * @param place the key of where in the plan
     * @param by the extension that had the caller; null when none had
     */
    record Transferred(String place, @Nullable String by, Because because) implements CallEvent {
        public Transferred(String place, @Nullable String by) {
            this(place, by, Because.SENT);
        }

        /** Back to whoever had the caller. */
        public static Transferred back(String ext, Because because) {
            return new Transferred(Node.Extension.keyOf(ext), ext, because);
        }

        /** To somebody, and from there back to whoever had the caller. */
        public static Transferred to(String ext, String by, Because because) {
            return ext.equals(by) ? back(ext, because) : new Transferred(Node.Extension.keyOf(ext, by), by, because);
        }

        /** Why a caller is led elsewhere. */
        public enum Because {
            /** Somebody wanted it so. */
            SENT,
            /** Whoever had the caller on hold is not on the line any more. */
            LEFT_ON_HOLD,
            /** Whoever has the caller on hold seems to have forgotten them. */
            FORGOTTEN,
            /** Somebody wants to have the caller who was parked. */
            PICKED_UP,
            /** Nobody wanted that in time. */
            NOT_PICKED_UP
        }
    }

    /** It is asked what becomes of a caller with whom one of us does something. */
    record InHands(Moment moment) implements CallEvent {
        /** Of the caller. */
        public enum Moment {
            /** They are led to where they are to be. */
            ENTERED,
            /** They have waited for a while. */
            WAITED,
            /** They were parked for as long as a caller may be. */
            UNCLAIMED,
            /** They have talked, and it is over. */
            LEFT
        }
    }
}
