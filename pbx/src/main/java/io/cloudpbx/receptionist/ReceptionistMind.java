package io.cloudpbx.receptionist;

/** Something that knows where a caller wants to get. */
public interface ReceptionistMind {
    /**
     * Always decides within the budget of a turn, and never throws for what a model or a network does. Interrupting the thread
     * ends the thinking.
     */
    Decided decide(CallerTurn turn);
}
