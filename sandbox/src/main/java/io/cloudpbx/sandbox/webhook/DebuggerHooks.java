package io.cloudpbx.sandbox.webhook;

import io.cloudpbx.sandbox.state.CarrierState;
import io.cloudpbx.sandbox.state.Table;
import io.cloudpbx.sandbox.webhook.Debugger.Alert;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Accounts that want each alert told to a server of theirs ({@code twilio.md} section 2.3, debugger webhook). */
public final class DebuggerHooks {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Table<Hook> hooks;

    public DebuggerHooks(CarrierState state) {
        this.hooks = state.table("debugger-webhook", Hook.class);
    }

    /** Where an account's alerts go. */
    public record Hook(String url, String method) {}

    public void set(String accountSid, Hook hook) {
        hooks.put(accountSid, hook);
    }

    public void remove(String accountSid) {
        hooks.remove(accountSid);
    }

    public Optional<Hook> of(String accountSid) {
        return hooks.get(accountSid);
    }

    /** @param cause the request that went wrong, when it was one */
    static Map<String, String> parameters(Alert alert, @Nullable WebhookExchange cause) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("Sid", alert.sid());
        parameters.put("AccountSid", alert.accountSid());
        parameters.put("ParentAccountSid", "");
        parameters.put("Level", alert.level().name());
        parameters.put("Timestamp", alert.at().toString());
        parameters.put("PayloadType", "application/json");
        parameters.put("Payload", JSON.writeValueAsString(payload(alert, cause)));
        return parameters;
    }

    private static Map<String, @Nullable Object> payload(Alert alert, @Nullable WebhookExchange cause) {
        Map<String, @Nullable Object> payload = new LinkedHashMap<>();
        payload.put("resource_sid", alert.resourceSid());
        payload.put("service_sid", null);
        payload.put("error_code", String.valueOf(alert.code()));
        payload.put(
                "more_info",
                Map.of("Msg", alert.message(), "LogLevel", alert.level().name()));
        payload.put("webhook", cause == null ? null : webhook(cause));
        return payload;
    }

    private static Map<String, Object> webhook(WebhookExchange cause) {
        Map<String, Object> request = new LinkedHashMap<>();
        request.put("url", cause.url());
        request.put("method", cause.method());
        request.put("parameters", cause.parameters());
        Map<String, Object> response = new LinkedHashMap<>();
        response.put("status_code", cause.status());
        response.put("body", cause.body());
        Map<String, Object> webhook = new LinkedHashMap<>();
        webhook.put("type", "application/json");
        webhook.put("request", request);
        webhook.put("response", response);
        return webhook;
    }
}
