package io.cloudpbx.missedcalls;

import java.util.UUID;

/** A missed call is new, changed, or was none; published in the transaction of the change. */
public record MissedCallChanged(UUID missedCallId) {}
