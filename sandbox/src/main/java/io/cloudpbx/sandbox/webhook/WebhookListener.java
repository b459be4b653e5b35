package io.cloudpbx.sandbox.webhook;

/** Is told of every request to a customer's server, after it ended. Must not block. */
public interface WebhookListener {
    void requested(WebhookExchange exchange);
}
