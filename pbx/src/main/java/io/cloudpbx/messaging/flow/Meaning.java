package io.cloudpbx.messaging.flow;

/** What an inbound text is, and so who deals with it. */
public enum Meaning {
    /** They want no more texts. */
    OPT_OUT,
    /** They had opted out and want texts again, or say START. */
    OPT_IN,
    /** They ask who we are and how to stop. */
    HELP,
    /** They ask for a person. */
    HUMAN,
    /** Somebody may be in danger. */
    EMERGENCY,
    /** The assistant may answer. */
    AI,
    /** They had opted out: it is kept, and nothing is sent. */
    SUPPRESSED,
    /** A person has the thread. */
    HUMAN_THREAD,
    /** A machine, or nothing that wants an answer. */
    IGNORE,
    /** It may have been an opt-out: marketing pauses, and a person decides. */
    OPT_OUT_REVIEW
}
