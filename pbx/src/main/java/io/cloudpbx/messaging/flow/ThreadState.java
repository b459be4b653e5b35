package io.cloudpbx.messaging.flow;

import java.util.List;

/**
 * A thread as a text comes in.
 *
 * @param assistantOn false while a person has the thread
 * @param history what was said before, oldest first; the new text is not in it
 */
public record ThreadState(boolean optedOut, boolean assistantOn, List<Said> history) {
    /** Who said something. */
    public enum Speaker {
        THEM,
        US
    }

    public record Said(Speaker from, String text) {}

    public ThreadState {
        history = List.copyOf(history);
    }
}
