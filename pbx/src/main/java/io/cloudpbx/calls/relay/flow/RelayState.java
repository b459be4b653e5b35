package io.cloudpbx.calls.relay.flow;

import io.cloudpbx.calls.flow.Talk;

/**
 * How a stream stands.
 *
 * @param count of thoughts and waits begun so far: what comes of an older one comes too late
 * @param unreadable how many messages in a row were none
 */
public record RelayState(Phase phase, int count, int unreadable) {
    /** Connected; whose call it is, is not known yet. */
    public static final RelayState BEGINNING = new RelayState(new Connected(), 0, 0);

    RelayState to(Phase next) {
        return new RelayState(next, count, unreadable);
    }

    RelayState counted() {
        return new RelayState(phase, count + 1, unreadable);
    }

    RelayState readable() {
        return new RelayState(phase, count, 0);
    }

    RelayState unread() {
        return new RelayState(phase, count, unreadable + 1);
    }

    /** Where in the conversation it is. */
    public sealed interface Phase {}

    record Connected() implements Phase {}

    /** The caller's turn. @param keys pressed so far */
    record Listening(Talk talk, String keys) implements Phase {}

    /**
     * The caller has spoken.
     *
     * @param words theirs
     * @param said of the answer, so far
     * @param patience whether they were asked for it
     * @param open whether we have said anything in this talk cycle, which therefore has to be completed
     * @param attempt how often this turn has been thought about, from 1: whoever never stops talking does not stop us from coming to an end
     */
    record Thinking(Talk talk, String words, String said, boolean patience, boolean open, int attempt)
            implements Phase {}

    /** The caller spoke again before they heard any of the answer: more words of theirs are to be expected. */
    record Doubting(Talk talk, String words, boolean open, int attempts) implements Phase {}

    /** What the call's flow makes of the turn is about to be known. @param said of the answer already */
    record Settling(Talk talk, String said, boolean open) implements Phase {}

    /** An answer was interrupted; the flow is about to tell whether there is another turn. */
    record Breaking() implements Phase {}

    /** The call goes on elsewhere, as soon as what was said is heard. */
    record Leaving() implements Phase {}

    /** The carrier was told, and closes the connection. */
    record Ended() implements Phase {}

    record Over() implements Phase {}

    /** Nothing more happens. */
    public boolean isOver() {
        return phase instanceof Over;
    }
}
