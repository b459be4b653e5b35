package io.cloudpbx.claude;

import java.util.function.Consumer;

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

    /**
     * The same, and while the answer comes it is told what has been chosen so far, again and again. The last text of it may lack its end,
     * and all of it may yet turn out to be no answer.
     *
     * @param soFar called on another thread, quickly, until the answer is there; perhaps once more when it was given up
     */
    default Reply ask(Prompt prompt, Consumer<Reply.Choice> soFar) {
        return ask(prompt);
    }

    /** Does in the background what takes long the first time, before anybody waits for it. */
    default void prepare() {}
}
