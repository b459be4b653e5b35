package io.cloudpbx.messaging.flow;

/**
 * How an inbound text was understood.
 *
 * @param reason in a sentence, for people
 * @param quote the words that decided, as they were written; empty when none did
 */
public record Heard(Meaning meaning, String reason, String quote) {}
