package io.cloudpbx.calls;

import java.util.UUID;

/** A call began, moved on or ended; published in the transaction of the change. */
public record CallChanged(UUID callId) {}
