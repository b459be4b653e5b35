package io.cloudpbx.sandbox.call;

import io.cloudpbx.sandbox.relay.RelayEvent;
import io.cloudpbx.sandbox.webhook.Debugger.Level;
import io.cloudpbx.sandbox.webhook.WebhookExchange;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What can be seen behind a call while it runs. */
final class Hood {
    private Hood() {}

    /** What a request to a customer's server shows: the request, and what came back when that says something. */
    static List<CallListener.Event> events(WebhookExchange exchange) {
        String title = exchange.method() + " " + exchange.url().split("#", 2)[0];
        String detail = exchange.status() == 0 ? exchange.body() : "HTTP " + exchange.status();
        CallListener.Event request = new CallListener.Event(
                exchange.resourceSid(),
                exchange.at(),
                exchange.errorCode() == null ? "request" : "error",
                title,
                detail,
                exchange.parameters(),
                exchange.took());
        return twiml(exchange).map(twiml -> List.of(request, twiml)).orElseGet(() -> List.of(request));
    }

    private static Optional<CallListener.Event> twiml(WebhookExchange exchange) {
        boolean document =
                exchange.contentType().contains("xml") && !exchange.body().isBlank();
        return document
                ? Optional.of(new CallListener.Event(
                        exchange.resourceSid(),
                        exchange.at().plus(exchange.took()),
                        "twiml",
                        "Reply from " + exchange.url().split("#", 2)[0],
                        exchange.contentType(),
                        exchange.body(),
                        Duration.ZERO))
                : Optional.empty();
    }

    static void error(Leg leg, int code, String message) {
        report(leg, code, Level.ERROR, message);
    }

    static void warning(Leg leg, int code, String message) {
        report(leg, code, Level.WARNING, message);
    }

    /** Into the debugger, where it stays, and before the eyes of who watches the call. */
    private static void report(Leg leg, int code, Level level, String message) {
        String callSid = leg.call().sid();
        leg.equipment().debugger().report(leg.account().sid(), callSid, code, level, message);
        reveal(leg, event(leg, "error", "Error " + code, message));
    }

    static void dial(Leg leg, String title) {
        reveal(leg, event(leg, "dial", title, ""));
    }

    /** What goes over a session's WebSocket to the customer. */
    static void relay(Leg leg, RelayEvent event) {
        String kind = event.getClass().getSimpleName().toLowerCase(Locale.ROOT);
        reveal(leg, event(leg, "request", "WebSocket " + kind, event.json()));
    }

    static void status(Leg leg) {
        String parties = leg.call().from() + " → " + leg.call().to();
        reveal(leg, event(leg, "status", "Call is " + leg.call().status().text(), parties));
    }

    private static CallListener.Event event(Leg leg, String kind, String title, String detail) {
        return new CallListener.Event(leg.call().sid(), leg.now(), kind, title, detail, "", Duration.ZERO);
    }

    private static void reveal(Leg leg, CallListener.Event event) {
        leg.conversation().reveal(event);
    }
}
