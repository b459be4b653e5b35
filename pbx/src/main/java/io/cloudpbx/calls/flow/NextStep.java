package io.cloudpbx.calls.flow;

/** A step and, in a sentence, why it was taken. */
public record NextStep(CallStep step, String reason) {}
