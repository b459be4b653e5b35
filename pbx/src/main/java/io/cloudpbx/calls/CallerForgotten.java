package io.cloudpbx.calls;

import java.util.UUID;

/** Whoever called is known no longer; published in the transaction, for who shows calls. Nothing happened in the call itself. */
public record CallerForgotten(UUID callId) {}
