package io.cloudpbx.hooks;

import java.util.UUID;

/**
 * Nothing is sent to an endpoint any more until a person has seen to it; published in the transaction of the change.
 *
 * @param host of its address
 * @param why a sentence
 */
public record WebhookPaused(UUID endpointId, String host, String why) {}
