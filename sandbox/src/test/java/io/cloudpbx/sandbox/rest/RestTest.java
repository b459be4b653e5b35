package io.cloudpbx.sandbox.rest;

import com.twilio.http.TwilioRestClient;
import io.cloudpbx.sandbox.Sandbox;
import io.cloudpbx.sandbox.SandboxSettings;
import io.cloudpbx.sandbox.client.LoopbackTwilio;
import io.cloudpbx.sandbox.client.Rest;
import io.cloudpbx.sandbox.state.Account;
import io.cloudpbx.sandbox.state.Call;
import io.cloudpbx.sandbox.state.CarrierState;
import io.cloudpbx.sandbox.state.Sids;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A sandbox with its REST surface and a noting exchange, in memory. */
abstract class RestTest {
    private @Nullable Sandbox sandbox;
    private final AtomicReference<PlacedCalls> placed = new AtomicReference<>();

    @BeforeEach
    void startSandbox() {
        sandbox = Sandbox.start(SandboxSettings.inMemory(1), (state, webhooks, debugger, clock) -> {
            placed.set(new PlacedCalls(state, clock));
            return placed.get();
        });
    }

    @AfterEach
    void stopSandbox() {
        sandbox().close();
    }

    final Sandbox sandbox() {
        if (sandbox == null) {
            throw new IllegalStateException("Not started");
        }
        return sandbox;
    }

    final CarrierState state() {
        return sandbox().state();
    }

    final PlacedCalls placed() {
        return placed.get();
    }

    final Rest business() {
        return Rest.as(sandbox().baseUrl(), Account.BUSINESS_SID);
    }

    final Rest outside() {
        return Rest.as(sandbox().baseUrl(), Account.OUTSIDE_SID);
    }

    final TwilioRestClient businessClient() {
        return LoopbackTwilio.client(sandbox().baseUrl(), Account.BUSINESS_SID);
    }

    final TwilioRestClient outsideClient() {
        return LoopbackTwilio.client(sandbox().baseUrl(), Account.OUTSIDE_SID);
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
