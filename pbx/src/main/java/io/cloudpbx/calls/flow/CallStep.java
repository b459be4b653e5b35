package io.cloudpbx.calls.flow;

import io.cloudpbx.callflow.Node;
import io.cloudpbx.callflow.Personal;
import io.cloudpbx.callflow.Plan;
import io.cloudpbx.knowledge.words.Language;
import io.cloudpbx.telephony.PhoneNumber;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What the call does next. */
public sealed interface CallStep {
    Saying SILENCE = new Saying.Nothing(Language.ENGLISH);

    /**
     * Where the words lead during which a key counts that nothing asked for; empty where none are said, or all keys count anyway. Goodbyes
     * are none of these: who is not to reach anybody hears one.
     */
    static Optional<String> interruptible(CallStep step) {
        return switch (step) {
            case Ring(var place, var leg, var callee, var ringFor, var first) -> led(place, first);
            case RingGroup(var place, var leg, var name, var callees, var ringFor, var first) -> led(place, first);
            case Forward(var place, var number, var ringFor, var first) -> led(place, first);
            case TakeMessage message
            when message.why() != Why.GREETED -> Optional.of(message.mailbox().place());
            default -> Optional.empty();
        };
    }

    private static Optional<String> led(String place, Saying first) {
        return first instanceof Saying.Nothing ? Optional.empty() : Optional.of(place);
    }

    Node.Menu USUAL_MENU = (Node.Menu) Plan.DEFAULT.at(Plan.MAIN_MENU).orElseThrow();

    /**
     * Play a menu and wait for keys. Visit and silences are carried along so that the loop is bounded.
     *
     * @param place the key of its place in the plan
     * @param first what is said before
     */
    record Menu(String place, Node.Menu menu, int visit, int silences, Opening opening, Saying first)
            implements CallStep {
        /** The menu of a company that has set nothing. */
        public Menu(int visit, int silences, Opening opening) {
            this(Plan.MAIN_MENU, USUAL_MENU, visit, silences, opening, SILENCE);
        }
    }

    /** Say something, then listen to words and keys. */
    record Converse(Talk talk, Saying saying, Listening listening) implements CallStep {}

    /** Ask for patience, and come back for what is being thought about. */
    record OneMoment(Talk talk) implements CallStep {}

    /**
     * Ring somebody for the receptionist, to whom the caller returns when the call is not taken.
     *
     * @param target the id of whom the caller wanted, a person or a department
     */
    record Connect(Callee callee, String target, Talk talk, Saying first) implements CallStep {}

    /**
     * Ring somebody at one of their phones.
     *
     * @param place the key of where in the plan they are rung
     * @param leg which of their phones it is, from 0
     * @param callee with that phone
     * @param first what is said before
     */
    record Ring(String place, int leg, Callee callee, Duration ringFor, Saying first) implements CallStep {
        public Ring(Callee callee, Saying first) {
            this(Node.Extension.keyOf(callee.ext()), 0, callee, Personal.USUAL_RINGING, first);
        }

        public Ring(Callee callee) {
            this(callee, SILENCE);
        }
    }

    /**
     * Ring several at once, or whose turn it is.
     *
     * @param name of the group
     */
    record RingGroup(String place, int leg, String name, List<Callee> callees, Duration ringFor, Saying first)
            implements CallStep {
        public RingGroup {
            callees = List.copyOf(callees);
        }
    }

    /**
     * Hear music, and where one stands.
     *
     * @param place the key of the queue
     * @param name of the queue
     * @param position 1 is whose turn comes next; 0 when nobody knows
     * @param callback whether the caller may press 1 to be called back
     */
    record Wait(String place, String name, int position, boolean callback, Saying first) implements CallStep {
        /** About so long, until it is looked again who is free. */
        public static final Duration ROUND = Duration.ofSeconds(30);
    }

    /** Ring a phone outside that takes calls without being asked. */
    record Forward(String place, PhoneNumber number, Duration ringFor, Saying first) implements CallStep {}

    /** Ask for the first letters of a name. @param unknown the keys that led to nobody; empty at first */
    record AskName(String place, int visit, String unknown, Saying first) implements CallStep {}

    /** Name several people, to choose one by a key. @param name the keys by which they were found */
    record ChooseName(String place, int visit, String name, List<Callee> found, Saying first) implements CallStep {
        public ChooseName {
            found = List.copyOf(found);
        }
    }

    /** Record a message. @param first what is said before */
    record TakeMessage(Mailbox mailbox, Why why, Saying first) implements CallStep {
        public TakeMessage(Mailbox mailbox, Why why) {
            this(mailbox, why, SILENCE);
        }
    }

    /** Wait with music for whoever put the caller on hold. @param again whether they have waited before */
    record Hold(boolean again, Saying first) implements CallStep {}

    /** Wait with music for whoever picks the caller up. @param longest until nobody did */
    record Park(int slot, Duration longest, Saying first) implements CallStep {}

    /**
     * Talk with whoever has the caller now.
     *
     * @param holder their extension's id
     * @param names of all who talk with the caller
     */
    record Rejoin(UUID holder, String names, Saying first) implements CallStep {}

    /** Be led elsewhere at once. */
    record LeadOn(CallEvent.Transferred to) implements CallStep {}

    /** End the call. @param first what is said before */
    record Goodbye(Farewell farewell, Saying first) implements CallStep {
        public Goodbye(Farewell farewell) {
            this(farewell, SILENCE);
        }
    }

    /** How the menu begins. */
    sealed interface Opening {
        record Welcome() implements Opening {}

        /** Nothing was pressed. */
        record Again() implements Opening {}

        record NoSuchExtension(String digits) implements Opening {}

        /** Keys that lead nowhere, in a menu that knows no extensions. */
        record NoSuchChoice(String digits) implements Opening {}
    }

    /** Why the caller hears a mailbox instead of a person. */
    enum Why {
        NOBODY_ANSWERED,
        BUSY,
        UNREACHABLE,
        NO_PHONE,
        NO_OPERATOR,
        /** It is outside the hours. */
        CLOSED,
        /** It is what they want. */
        ASKED_FOR,
        /** They have heard of the greeting as much as they wanted. */
        GREETED
    }

    /** How the call ends. */
    enum Farewell {
        AFTER_TALKING,
        MESSAGE_TAKEN,
        NOTHING_SAID,
        NOT_OUR_NUMBER,
        /** The receptionist has said what there was to say. */
        SAID_ALREADY,
        /** The call flow has said it. */
        AS_WRITTEN,
        /** They want to be called back. */
        CALL_BACK,
        /** Calls from there are not taken. */
        BLOCKED,
        /** They will not be called or texted any more. */
        OPTED_OUT
    }
}
