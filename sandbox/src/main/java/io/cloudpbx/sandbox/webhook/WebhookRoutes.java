package io.cloudpbx.sandbox.webhook;

import io.cloudpbx.sandbox.control.Control;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What was asked of customers' servers and what went wrong, as JSON for the curious (not Twilio's API). */
public final class WebhookRoutes {
    private final WebhookLog log;
    private final Debugger debugger;

    public WebhookRoutes(WebhookLog log, Debugger debugger) {
        this.log = log;
        this.debugger = debugger;
    }

    public void register(JavalinConfig config) {
        config.routes.get("/sandbox/webhooks", this::webhooks);
        config.routes.get("/sandbox/alerts", this::alerts);
    }

    private void webhooks(Context ctx) {
        String callSid = ctx.queryParam("callSid");
        Control.answer(
                ctx,
                new Webhooks(log.exchanges().stream()
                        .filter(exchange ->
                                callSid == null || exchange.resourceSid().equals(callSid))
                        .map(Request::of)
                        .toList()));
    }

    private void alerts(Context ctx) {
        Control.answer(ctx, new Alerts(debugger.alerts()));
    }

    private record Webhooks(List<Request> webhooks) {}

    private record Alerts(List<Debugger.Alert> alerts) {}

    private record Request(
            Instant at,
            String resourceSid,
            String method,
            String url,
            Map<String, String> parameters,
            int status,
            String contentType,
            String body,
            long tookMs,
            @Nullable Integer errorCode) {
        static Request of(WebhookExchange exchange) {
            return new Request(
                    exchange.at(),
                    exchange.resourceSid(),
                    exchange.method(),
                    exchange.url(),
                    exchange.parameters(),
                    exchange.status(),
                    exchange.contentType(),
                    exchange.body(),
                    exchange.took().toMillis(),
                    exchange.errorCode());
        }
    }
}
