package io.cloudpbx.messaging;

import java.util.UUID;

/** Somebody on our side looks at a conversation, and perhaps writes. Nothing of it is kept. */
public record ConversationWatched(UUID conversationId, UUID userId, String name, boolean typing) {}
