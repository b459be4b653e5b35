package io.cloudpbx.assistant;

/** Something that knows what to answer to a text. */
public interface Mind {
    /** Always answers in a few seconds, and never throws for what a model or a network does. */
    Drafted draft(Conversation conversation);
}
