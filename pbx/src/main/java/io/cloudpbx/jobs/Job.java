package io.cloudpbx.jobs;

/** One kind of work that is done once per key. Every bean of this type is found and run when its rows are due. */
public interface Job {
    /** Stable: it is stored. */
    String kind();

    /**
     * Does the work for one key. It may run twice, on another node too, so it looks at the present state before it acts.
     * No transaction surrounds it, so it may use the network.
     *
     * @param key as given to {@link Jobs#schedule}
     * @param attempt 1 for the first run, counted up by {@link Outcome.Again} and by exceptions
     * @return how it ended; an exception means another attempt, with back-off, however often
     */
    Outcome run(String key, int attempt);
}
