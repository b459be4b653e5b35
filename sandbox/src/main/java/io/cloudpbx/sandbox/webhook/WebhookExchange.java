package io.cloudpbx.sandbox.webhook;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One request to a customer's server and what came back.
 *
 * @param signature what {@code X-Twilio-Signature} said
 * @param status 0 when there was no reply
 * @param body the reply as text, cut at 64 kB
 * @param errorCode Twilio's code when the reply could not be used
 */
public record WebhookExchange(
        Instant at,
        String resourceSid,
        String method,
        String url,
        Map<String, String> parameters,
        String signature,
        int status,
        String contentType,
        String body,
        Duration took,
        @Nullable Integer errorCode) {}
