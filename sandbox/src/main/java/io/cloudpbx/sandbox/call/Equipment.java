package io.cloudpbx.sandbox.call;

import io.cloudpbx.sandbox.audio.Speech;
import io.cloudpbx.sandbox.ledger.Fact;
import io.cloudpbx.sandbox.relay.RelayClient;
import io.cloudpbx.sandbox.state.CarrierState;
import io.cloudpbx.sandbox.time.SandboxClock;
import io.cloudpbx.sandbox.webhook.Debugger;
import io.cloudpbx.sandbox.webhook.WebhookClient;
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
        CallPace pace) {}
