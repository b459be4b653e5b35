package io.cloudpbx.sandbox.webhook;

import io.cloudpbx.sandbox.control.Control;
import io.cloudpbx.sandbox.control.ControlProblem;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What was asked of customers' servers and what went wrong, as JSON for the curious (not Twilio's API). */
public final class WebhookRoutes {
    private static final int URL_MAX = 4_000;

    private final WebhookLog log;
    private final Debugger debugger;
    private final DebuggerHooks hooks;

    public WebhookRoutes(WebhookLog log, Debugger debugger, DebuggerHooks hooks) {
        this.log = log;
        this.debugger = debugger;
        this.hooks = hooks;
    }

    public void register(JavalinConfig config) {
        config.routes.get("/sandbox/webhooks", this::webhooks);
        config.routes.get("/sandbox/alerts", this::alerts);
        config.routes.get("/sandbox/accounts/{account}/debugger", this::hook);
        config.routes.put("/sandbox/accounts/{account}/debugger", this::setHook);
        config.routes.delete("/sandbox/accounts/{account}/debugger", this::removeHook);
    }

    private record Target(@Nullable String url, @Nullable String method) {}

    private void hook(Context ctx) {
        String account = account(ctx);
        Control.answer(
                ctx,
                hooks.of(account)
                        .orElseThrow(() -> ControlProblem.notFound("Nobody is told of the alerts of " + account)));
    }

    private void setHook(Context ctx) {
        String account = account(ctx);
        Target target = Control.body(ctx, Target.class);
        String url = target.url() == null ? "" : target.url();
        String method = target.method() == null ? "POST" : target.method();
        if (!url.matches("https?://[^\\s/]+.*") || url.length() > URL_MAX) {
            throw ControlProblem.invalid("url", "Not an http or https URL");
        }
        if (!method.equals("GET") && !method.equals("POST")) {
            throw ControlProblem.invalid("method", "Must be GET or POST");
        }
        hooks.set(account, new DebuggerHooks.Hook(url, method));
        hook(ctx);
    }

    private void removeHook(Context ctx) {
        hooks.remove(account(ctx));
        ctx.status(204);
    }

    private static String account(Context ctx) {
        String sid = ctx.pathParam("account");
        if (!sid.matches("AC[0-9a-f]{32}")) {
            throw ControlProblem.invalid("account", "Not an account SID: " + sid);
        }
        return sid;
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
            String signature,
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
                    exchange.signature(),
                    exchange.status(),
                    exchange.contentType(),
                    exchange.body(),
                    exchange.took().toMillis(),
                    exchange.errorCode());
        }
    }
}
