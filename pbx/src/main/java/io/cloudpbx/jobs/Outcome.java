package io.cloudpbx.jobs;

import java.time.Duration;

/** How a run of a job ended. */
public sealed interface Outcome {
    /** The work is done, or has become needless. */
    record Done() implements Outcome {}

    /** Not yet: run it again after this time. */
    record Again(Duration in) implements Outcome {}

    /** It will never succeed; the reason is logged, so it holds no personal data. */
    record GaveUp(String reason) implements Outcome {}
}
