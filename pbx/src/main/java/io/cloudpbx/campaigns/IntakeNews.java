package io.cloudpbx.campaigns;

/** Hears how far an audience has come while it is being taken in. Whatever it throws ends that, and nobody is taken. */
public interface IntakeNews {
    /** What is done with an audience, one after the other. */
    enum Step {
        READING,
        TAKING,
        CONSENT
    }

    /** @param of how many there are in all; 0 while nobody knows */
    void at(Step step, long done, long of);
}
