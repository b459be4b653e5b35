package io.cloudpbx.sandbox.rest;

import com.twilio.http.TwilioRestClient;
import io.cloudpbx.sandbox.client.LoopbackTwilio;
import io.cloudpbx.sandbox.client.Rest;
import io.cloudpbx.sandbox.control.Control;
import io.cloudpbx.sandbox.ledger.Ledger;
import io.cloudpbx.sandbox.media.MediaHost;
import io.cloudpbx.sandbox.message.Texting;
import io.cloudpbx.sandbox.state.Account;
import io.cloudpbx.sandbox.state.Call;
import io.cloudpbx.sandbox.state.CarrierState;
import io.cloudpbx.sandbox.state.Sids;
import io.cloudpbx.sandbox.time.SandboxClock;
import io.cloudpbx.sandbox.webhook.Debugger;
import io.cloudpbx.sandbox.webhook.WebhookClient;
import io.javalin.Javalin;
import java.net.http.HttpRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** The REST surface with a noting exchange, in memory. */
abstract class RestTest {
    private final CarrierState state = CarrierState.inMemory();
    private final PlacedCalls placed = new PlacedCalls(state, Clock.systemUTC());
    private final SandboxClock clock = new SandboxClock(20);
    private final Debugger debugger = new Debugger(state, clock);
    private final WebhookClient webhooks = new WebhookClient(clock, new Debugger(state, clock), Duration.ofSeconds(15));
    private final Texting texting =
            new Texting(state, clock, webhooks, debugger, Ledger.inMemory(clock), this::baseUrl);
    private final MediaHost mediaHost = new MediaHost(state, clock);
    private final Javalin server = Javalin.create(config -> {
        config.startup.showJavalinBanner = false;
        new RegistrationRoutes(state, Clock.systemUTC()).register(config.routes);
        Control.answerProblems(config.routes);
        new ApiRoutes(state, Clock.systemUTC(), placed, texting, mediaHost, this::baseUrl).register(config);
    });

    @BeforeEach
    void startServer() {
        server.start("127.0.0.1", 0);
        texting.start();
    }

    @AfterEach
    void stopServer() {
        server.stop();
        texting.close();
        webhooks.close();
        mediaHost.close();
    }

    final String baseUrl() {
        return "http://127.0.0.1:" + server.port();
    }

    final CarrierState state() {
        return state;
    }

    final Texting texting() {
        return texting;
    }

    final PlacedCalls placed() {
        return placed;
    }

    final Rest business() {
        return Rest.as(baseUrl(), Account.BUSINESS_SID);
    }

    final Rest outside() {
        return Rest.as(baseUrl(), Account.OUTSIDE_SID);
    }

    final TwilioRestClient businessClient() {
        return LoopbackTwilio.client(baseUrl(), Account.BUSINESS_SID);
    }

    final TwilioRestClient outsideClient() {
        return LoopbackTwilio.client(baseUrl(), Account.OUTSIDE_SID);
    }

    /** Decides what the reviewers of the real world decide. */
    final Rest.Reply decide(String path, String json) {
        return Rest.send(business().request(path).PUT(HttpRequest.BodyPublishers.ofString(json)));
    }

    final void businessOwns(String number) {
        business().post("IncomingPhoneNumbers.json", "PhoneNumber", number);
    }

    /** A call of the business, saved as it is. */
    final Call saved(Call.Status status, @Nullable Instant start, @Nullable Instant end) {
        Instant created = Instant.parse("2026-03-01T10:00:00Z");
        Call call = new Call(
                Sids.next("CA"),
                Account.BUSINESS_SID,
                null,
                "+14155550100",
                "+12025550123",
                null,
                status,
                Call.Direction.OUTBOUND_API,
                start,
                end,
                created,
                created);
        state().save(call);
        return call;
    }
}
