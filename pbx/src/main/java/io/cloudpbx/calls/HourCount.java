package io.cloudpbx.calls;

/**
 * How many calls ended one way in one hour of the business's day.
 *
 * @param hour 0 to 23
 */
public record HourCount(int hour, Call.Outcome outcome, int calls) {}
