package io.cloudpbx.calls.flow;

import io.cloudpbx.callflow.Node;
import io.cloudpbx.callflow.Place;

/** Where a message goes. */
public sealed interface Mailbox {
    /** The key of its place. */
    String place();

    record Of(Callee callee) implements Mailbox {
        @Override
        public String place() {
            return Node.Mailbox.keyOf(callee.ext());
        }
    }

    /** The business's own, for callers who reach nobody in particular. */
    record General() implements Mailbox {
        @Override
        public String place() {
            return Place.GENERAL_MAILBOX;
        }
    }
}
