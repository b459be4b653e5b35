package io.cloudpbx.calls.flow;

/** Which of our numbers was called. */
public sealed interface Dialled {
    /** The toll-free main number, or a number of ours that rings nobody in particular any more. */
    record Main() implements Dialled {}

    /** A local number that rings one extension. */
    record Direct(Callee callee) implements Dialled {}

    /** None of ours, as far as we know. */
    record Unknown() implements Dialled {}
}
