package io.cloudpbx.calls;

import java.util.UUID;

/** The recording of a conversation has come further. No {@link CallChanged}: nothing happened to the call, which may be long over. */
public record TapeChanged(UUID callId) {}
