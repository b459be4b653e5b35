package io.cloudpbx.calls;

/**
 * What is kept of a call besides its own row, as is found with that: nobody has to look for what is not there. It changes only for whoever
 * holds the call.
 *
 * @param inHands whether somebody who has the other side does something with it
 * @param waiting whether it waits in a queue
 * @param taped whether something of it is or was recorded
 */
public record Traces(boolean inHands, boolean waiting, boolean taped) {}
