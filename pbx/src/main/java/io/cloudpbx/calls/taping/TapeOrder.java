package io.cloudpbx.calls.taping;

import java.util.UUID;

/** What a document says about the recording of the conversation. */
public sealed interface TapeOrder {
    record Unchanged() implements TapeOrder {}

    /** @param announcement what is said before; empty where the caller was told before */
    record Begin(UUID tape, String announcement) implements TapeOrder {}

    record End(UUID tape) implements TapeOrder {}
}
