package io.cloudpbx.calls.talk;

/**
 * What the company chose about conversations with its receptionist.
 *
 * @param keepWordsDays after which what was said is deleted (C38)
 * @param recordConversations whether callers are told that they are recorded, and then are
 * @param version grows with every change
 */
public record TalkSettings(int keepWordsDays, boolean recordConversations, long version) {}
