package io.cloudpbx.startup;

/**
 * The program cannot start, for a reason its operator can do something about. The message is printed alone, without a
 * stack trace: whole sentences that say what is wrong and which setting changes it.
 */
public class CannotStart extends RuntimeException {
    public CannotStart(String sentence) {
        super(sentence);
    }

    public CannotStart(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
