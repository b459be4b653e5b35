package io.cloudpbx.messaging;

import java.util.UUID;

/** Who answers, who has it, what is unread, or what stands at its end is another now. */
public record ConversationChanged(UUID conversationId) {}
