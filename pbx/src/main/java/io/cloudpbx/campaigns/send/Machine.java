package io.cloudpbx.campaigns.send;

/** What a node runs on: a clock that never jumps, work that is done at its time beside all else, and chance. */
interface Machine {
    /** In nanoseconds, of which only differences mean something. */
    long nanoTime();

    /** Has something done then, or at once if that is past; forgotten when the machine dies. */
    void at(long nanos, Runnable work);

    /** Whether it is being stopped: what is under way comes to its end, and nothing new begins. */
    boolean isStopping();

    /** 128 random bits: nobody guesses it and tells us news of a text that is not his. */
    String token();
}
