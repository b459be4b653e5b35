package io.cloudpbx.receptionist;

/** Something that knows where a caller wants to get. */
public interface ReceptionistMind {
    /**
     * Always decides within the budget of a turn, and never throws for what a model or a network does. Interrupting the thread
     * ends the thinking.
     */
    Decided decide(CallerTurn turn);

    /** @param aloud may be given the beginning of what is decided to be said, as soon as it is known; an effect never shows there */
    default Decided decide(CallerTurn turn, Aloud aloud) {
        return decide(turn);
    }
}
