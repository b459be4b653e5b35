package io.cloudpbx.calls.flow;

/** Where a message goes. */
public sealed interface Mailbox {
    record Of(Callee callee) implements Mailbox {}

    /** The business's own, for callers who reach nobody in particular. */
    record General() implements Mailbox {}
}
