package io.cloudpbx.jobs;

import java.time.Duration;

/** Work that recurs, on one node at a time. Every bean of this type is run. */
public interface Recurring {
    /** Stable, and unlike any {@link Job#kind}: it is stored. */
    String name();

    /** From the end of one run to the start of the next. */
    Duration every();

    /** An exception is logged, and the next run comes as planned. */
    void run();
}
