package io.cloudpbx.messaging;

import java.util.UUID;

/** All that was said in it is gone (C39); published in the transaction in which it goes. */
public record ConversationForgotten(UUID conversationId) {}
