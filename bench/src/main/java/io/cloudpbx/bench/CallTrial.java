package io.cloudpbx.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import tools.jackson.databind.json.JsonMapper;

/** Calls at once: each is greeted, presses a key ten seconds later, and is then kept on the line. */
final class CallTrial {
    private static final int CLIENTS = 16;
    private static final String NUMBER = "+18885550142";
    private static final String CALLER =
            "<Response><Pause length='10'/><Play digits='1'/><Pause length='300'/></Response>";
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final SandboxProgram sandbox;
    private final CustomerProgram customer;
    private final int calls;

    CallTrial(SandboxProgram sandbox, CustomerProgram customer, int calls) {
        this.sandbox = sandbox;
        this.customer = customer;
        this.calls = calls;
    }

    /** Places all of them, and returns when every key came through or patience has ended. */
    void begin() throws IOException, InterruptedException, ExecutionException {
        customer.on("/menu", "<Gather numDigits='1' timeout='120' action='/pressed'><Say>Press one.</Say></Gather>");
        customer.on("/pressed", "<Say>Thank you. Please hold the line.</Say><Pause length='300'/>");
        CarrierApi.of(sandbox.http(), CarrierApi.BUSINESS)
                .create("IncomingPhoneNumbers.json", "PhoneNumber", NUMBER, "VoiceUrl", customer.url("/menu"));
        CarrierApi outside = CarrierApi.of(sandbox.http(), CarrierApi.OUTSIDE);
        Load.run(
                calls,
                CLIENTS,
                i -> outside.create(
                        "Calls.json", "From", "+1415555%04d".formatted(100 + i % 90), "To", NUMBER, "Twiml", CALLER));
        Load.await(PATIENCE, () -> customer.count("/pressed") >= calls);
    }

    /** To be asked when they have gone on for a while. */
    List<Figure> figures() throws IOException {
        // Both ends of a call are legs.
        int live = JSON.readTree(sandbox.http()
                                .send("GET", "/sandbox/calls?live=true", "")
                                .accepted())
                        .get("calls")
                        .size()
                / 2;
        return List.of(
                new Figure("calls going on meanwhile", live, "", "wanted: %,d".formatted(calls)),
                new Figure("  whose key came through", customer.count("/pressed"), "", "of %,d".formatted(calls)),
                new Figure("  memory held", sandbox.residentMegabytes(), "MB", ""));
    }
}
