package io.cloudpbx.sandbox.call;

import io.cloudpbx.sandbox.webhook.WebhookReply;
import io.cloudpbx.sandbox.webhook.WebhookTarget;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** What can be seen behind a call while it runs. */
final class Hood {
    private Hood() {}

    static void asked(Leg leg, Instant at, WebhookTarget target, Map<String, String> parameters, Duration took) {
        String title = target.method() + " " + target.url().split("#", 2)[0];
        reveal(leg, new CallListener.Event(leg.call().sid(), at, "request", title, "", parameters, took));
    }

    static void replied(Leg leg, WebhookReply reply) {
        switch (reply) {
            case WebhookReply.Answered answered -> {
                String detail = "HTTP " + answered.status() + " " + answered.contentType();
                String body = answered.contentType().startsWith("audio/")
                        ? ""
                        : new String(answered.body(), StandardCharsets.UTF_8);
                reveal(leg, event(leg, "twiml", "Reply from " + answered.url(), detail, body));
            }
            case WebhookReply.Failed failed -> error(leg, failed.errorCode(), failed.reason());
        }
    }

    static void error(Leg leg, int code, String message) {
        reveal(leg, event(leg, "error", "Error " + code, message, ""));
    }

    static void dial(Leg leg, String title, String detail) {
        reveal(leg, event(leg, "dial", title, detail, ""));
    }

    static void status(Leg leg) {
        String parties = leg.call().from() + " → " + leg.call().to();
        reveal(leg, event(leg, "status", "Call is " + leg.call().status().text(), parties, ""));
    }

    private static CallListener.Event event(Leg leg, String kind, String title, String detail, String body) {
        return new CallListener.Event(leg.call().sid(), leg.now(), kind, title, detail, body, Duration.ZERO);
    }

    private static void reveal(Leg leg, CallListener.Event event) {
        leg.conversation().reveal(event);
    }
}
