package io.cloudpbx.dialing;

/** A call for help stands in the database; published in the transaction in which it is written. */
public record HelpWritten(HelpCalled call) {}
