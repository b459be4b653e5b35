package io.cloudpbx.messaging;

import java.util.UUID;

/** Words that are written often. */
public record SavedReply(UUID id, String title, String body, long version) {}
