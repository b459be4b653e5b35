package io.cloudpbx.callflow;

/** A plan was published, or hours were closed or opened by hand; published in the transaction of the change. */
public record PlanChanged() {}
