package io.cloudpbx.messaging;

/** How many conversations want something. */
public record ConversationCounts(int open, int unread, int needsPerson) {}
