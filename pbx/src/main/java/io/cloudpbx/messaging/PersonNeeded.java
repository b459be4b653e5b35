package io.cloudpbx.messaging;

import java.util.UUID;

/** A person is asked for in a conversation, for the first time or once more; published in the transaction of the asking. */
public record PersonNeeded(UUID conversationId) {}
