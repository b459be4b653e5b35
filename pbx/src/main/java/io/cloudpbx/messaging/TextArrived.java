package io.cloudpbx.messaging;

import io.cloudpbx.messaging.flow.Meaning;
import java.util.UUID;

/** Somebody wrote to us; told once per text, in the transaction that keeps it. */
public record TextArrived(UUID conversationId, UUID textId, Meaning meaning) {}
