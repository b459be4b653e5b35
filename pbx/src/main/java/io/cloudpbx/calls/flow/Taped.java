package io.cloudpbx.calls.flow;

/** How far the recording of a call's conversation has come. */
public enum Taped {
    NOT_YET,
    /** The carrier was told to begin, and not to end. */
    BEGUN,
    /** It ran, and was ended. */
    ENDED,
    /** It was ended without having run: the announcement was cut short. */
    NEVER_RAN
}
