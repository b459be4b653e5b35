package io.cloudpbx.calls.flow;

/** What the call does next. */
public sealed interface CallStep {
    /** Play the menu and wait for keys. Visit and silences are carried along so that the loop is bounded. */
    record Menu(int visit, int silences, Opening opening) implements CallStep {}

    /** Ring somebody where they forward to. */
    record Ring(Callee callee) implements CallStep {}

    record TakeMessage(Mailbox mailbox, Why why) implements CallStep {}

    record Goodbye(Farewell farewell) implements CallStep {}

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
        NO_OPERATOR
    }

    /** How the call ends. */
    enum Farewell {
        AFTER_TALKING,
        MESSAGE_TAKEN,
        NOTHING_SAID,
        NOT_OUR_NUMBER
    }
}
