package io.cloudpbx.sandbox.webhook;

/** What came of asking a customer's server. */
public sealed interface WebhookReply {
    /** A 2xx reply; {@code url} is where it finally came from, against which relative URLs in it resolve. */
    record Answered(String url, int status, String contentType, byte[] body) implements WebhookReply {}

    /** Neither the URL nor its fallback gave a 2xx reply; the code is Twilio's ({@code twilio.md} section 14). */
    record Failed(int errorCode, String reason) implements WebhookReply {}
}
