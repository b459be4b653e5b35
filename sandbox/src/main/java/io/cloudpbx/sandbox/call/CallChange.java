package io.cloudpbx.sandbox.call;

import io.cloudpbx.sandbox.webhook.WebhookTarget;

/** What {@code POST Calls/{sid}} asks of a call that has not ended. */
public sealed interface CallChange {
    record Redirect(WebhookTarget instructions) implements CallChange {}

    record RunTwiml(String twiml) implements CallChange {}

    /** Hang up ({@code Status=completed}). */
    record Complete() implements CallChange {}

    /** Only while queued or ringing ({@code Status=canceled}). */
    record Cancel() implements CallChange {}
}
