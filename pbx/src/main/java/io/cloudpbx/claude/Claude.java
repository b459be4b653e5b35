package io.cloudpbx.claude;

/** Claude, asked over its API, each question sent once and never for longer than its deadline. */
public interface Claude {
    /** Whether asking makes sense now: there is a key, and the last questions were not all in vain. */
    boolean isAvailable();

    /**
     * Waits for the answer, at most as long as the prompt allows. Interrupting the calling thread ends the request at once,
     * answers {@link Failure#CANCELLED} and leaves the thread interrupted.
     *
     * <p>Never throws for what the network or the model does: each way of failing has a name.
     */
    Reply ask(Prompt prompt);

    /** Does in the background what takes long the first time, before anybody waits for it. */
    default void prepare() {}
}
