package io.cloudpbx.campaigns;

/** Hears how far something long has come. Whatever it throws ends that, and nothing of it is kept. */
public interface StepNews {
    StepNews NOBODY = (step, done, of) -> {};

    /** What is done with an audience, one after the other. */
    enum Step {
        READING,
        TAKING,
        CONSENT,
        JUDGING
    }

    /** @param of how many there are in all; 0 while nobody knows */
    void at(Step step, long done, long of);
}
