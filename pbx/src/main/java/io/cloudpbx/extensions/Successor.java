package io.cloudpbx.extensions;

/** Who answers callers who ask for a person, once the extension that does so now is gone. */
public sealed interface Successor {
    /** Nothing was said; enough for every extension but the operator. */
    record Unsaid() implements Successor {}

    /** Nobody: such callers are offered the general mailbox. */
    record Nobody() implements Successor {}

    /** @param ext three digits */
    record Ext(String ext) implements Successor {}
}
