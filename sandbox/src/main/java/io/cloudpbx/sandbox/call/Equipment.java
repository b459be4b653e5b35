package io.cloudpbx.sandbox.call;

import io.cloudpbx.sandbox.audio.Speech;
import io.cloudpbx.sandbox.ledger.Fact;
import io.cloudpbx.sandbox.relay.RelayClient;
import io.cloudpbx.sandbox.state.CarrierState;
import io.cloudpbx.sandbox.time.SandboxClock;
import io.cloudpbx.sandbox.twiml.Callback;
import io.cloudpbx.sandbox.webhook.Debugger;
import io.cloudpbx.sandbox.webhook.WebhookClient;
import java.util.Map;
import java.util.function.Consumer;

/** What every call uses. */
record Equipment(
        CarrierState state,
        WebhookClient webhooks,
        Debugger debugger,
        SandboxClock clock,
        Speech speech,
        SoundFiles soundFiles,
        RelayClient relays,
        NoticeBook notices,
        RecordingBook recordings,
        Consumer<Fact> ledger,
        CallPace pace,
        CallLimits limits,
        TextExchange texts) {

    /** Tells a customer's server something about a leg, without waiting. */
    void tell(Leg leg, Callback to, Map<String, String> parameters) {
        webhooks.notify(
                leg.account(), to.url(), to.method(), parameters, leg.call().sid());
    }
}
