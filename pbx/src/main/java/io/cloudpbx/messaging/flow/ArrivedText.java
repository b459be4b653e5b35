package io.cloudpbx.messaging.flow;

/**
 * A text that came in.
 *
 * @param from as the carrier gave it: a number, or a short code, or nothing when it is not known
 */
public record ArrivedText(String body, int mediaCount, String from) {}
