package io.cloudpbx.calls.flow;

/** A step and, in a sentence, why it was taken. */
public record Decision(CallStep step, String reason) {}
