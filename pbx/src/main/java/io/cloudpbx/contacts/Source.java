package io.cloudpbx.contacts;

/** How we came to know what somebody wants. */
public enum Source {
    /** A text that is one of the words, such as STOP. */
    KEYWORD,
    /** Words of their own in a text. */
    PHRASE,
    /** The AI understood it so; it may add an opt-out and never remove one. */
    ASSISTANT,
    /** A person of ours entered it. */
    PERSON,
    /** The carrier refused a text, which does not prove that they wrote STOP (C9). */
    CARRIER,
    /** A key or words on a call. */
    VOICE,
    /** A file. */
    IMPORT
}
