package io.cloudpbx.sandbox.webhook;

import static io.cloudpbx.sandbox.client.CustomerServer.status;
import static org.assertj.core.api.Assertions.assertThat;

import com.twilio.security.RequestValidator;
import io.cloudpbx.sandbox.client.CustomerServer;
import io.cloudpbx.sandbox.client.CustomerServer.Asked;
import io.cloudpbx.sandbox.state.Account;
import io.cloudpbx.sandbox.state.CarrierState;
import io.cloudpbx.sandbox.time.SandboxClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code twilio.md} section 2.3, debugger webhook; E19. */
class DebuggerHooksTest {
    private final CarrierState state = CarrierState.inMemory();
    private final Account business = state.account(Account.BUSINESS_SID);
    private final SandboxClock clock = new SandboxClock(1);
    private final Debugger debugger = new Debugger(state, clock);
    private final WebhookClient webhooks = new WebhookClient(clock, debugger, Duration.ofSeconds(10));
    private final DebuggerHooks hooks = new DebuggerHooks(state);
    private final CustomerServer server = new CustomerServer();

    @AfterEach
    void stop() {
        webhooks.close();
        server.close();
    }

    private void callGoesWrong() throws InterruptedException {
        clock.stand();
        webhooks.tellAlerts(hooks, state::account);
        hooks.set(business.sid(), new DebuggerHooks.Hook(server.url("/alerts"), "POST"));
        webhooks.fetch(business, WebhookTarget.of(server.url("/voice"), "POST"), Map.of("CallSid", "CA1"), "CA1");
        clock.advance(Duration.ZERO);
    }

    @Test
    void an_alert_is_told_with_the_request_that_caused_it() throws InterruptedException {
        server.on("/voice", status(404)).on("/alerts", status(204));

        callGoesWrong();

        server.asked.remove();
        Asked told = server.asked.remove();
        assertThat(told.form())
                .containsEntry("AccountSid", business.sid())
                .containsEntry("Level", "ERROR")
                .containsEntry("PayloadType", "application/json")
                .containsEntry("Timestamp", clock.instant().toString());
        assertThat(told.form().get("Sid")).startsWith("NO");
        assertThat(Instant.parse(told.form().get("Timestamp"))).isEqualTo(clock.instant());
        JsonNode payload = JsonMapper.shared().readTree(told.form().get("Payload"));
        assertThat(payload.get("resource_sid").asString()).isEqualTo("CA1");
        assertThat(payload.get("error_code").asString()).isEqualTo("11200");
        assertThat(payload.at("/webhook/request/url").asString()).isEqualTo(server.url("/voice"));
        assertThat(payload.at("/webhook/response/status_code").asInt()).isEqualTo(404);
        assertThat(new RequestValidator("sandbox")
                        .validate(server.url("/alerts"), told.form(), told.header("X-Twilio-Signature")))
                .isTrue();
    }

    @Test
    void that_nobody_takes_the_alert_is_no_alert() throws InterruptedException {
        server.on("/voice", status(404)).on("/alerts", status(500));

        callGoesWrong();

        assertThat(server.asked).hasSize(2);
        assertThat(debugger.alerts()).hasSize(1);
    }
}
