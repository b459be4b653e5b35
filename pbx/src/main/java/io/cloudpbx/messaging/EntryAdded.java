package io.cloudpbx.messaging;

import java.util.UUID;

/** A conversation has grown by a line. */
public record EntryAdded(UUID conversationId, UUID entryId) {}
