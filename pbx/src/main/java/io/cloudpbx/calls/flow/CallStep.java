package io.cloudpbx.calls.flow;

import io.cloudpbx.knowledge.words.Language;

/** What the call does next. */
public sealed interface CallStep {
    Saying SILENCE = new Saying.Nothing(Language.ENGLISH);

    /** Play the menu and wait for keys. Visit and silences are carried along so that the loop is bounded. */
    record Menu(int visit, int silences, Opening opening) implements CallStep {}

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

    /** Ring somebody where they forward to. @param first what is said before */
    record Ring(Callee callee, Saying first) implements CallStep {
        public Ring(Callee callee) {
            this(callee, SILENCE);
        }
    }

    /** Record a message. @param first what is said before */
    record TakeMessage(Mailbox mailbox, Why why, Saying first) implements CallStep {
        public TakeMessage(Mailbox mailbox, Why why) {
            this(mailbox, why, SILENCE);
        }
    }

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
    }

    /** Why the caller hears a mailbox instead of a person. */
    enum Why {
        NOBODY_ANSWERED,
        BUSY,
        UNREACHABLE,
        NO_PHONE,
        NO_OPERATOR,
        /** It is what they want. */
        ASKED_FOR
    }

    /** How the call ends. */
    enum Farewell {
        AFTER_TALKING,
        MESSAGE_TAKEN,
        NOTHING_SAID,
        NOT_OUR_NUMBER,
        /** The receptionist has said what there was to say. */
        SAID_ALREADY,
        /** They will not be called or texted any more. */
        OPTED_OUT
    }
}
