package io.cloudpbx.sandbox.call;

import io.cloudpbx.sandbox.relay.RelayEvent;
import io.cloudpbx.sandbox.state.Call;
import java.util.Map;
import java.util.Objects;

/** The first message of a {@code <ConversationRelay>} session ({@code twilio.md} section 10.2). */
final class RelaySetup {
    private RelaySetup() {}

    static RelayEvent.Setup of(Leg leg, String sessionId, Map<String, String> parameters) {
        Call call = leg.call();
        return new RelayEvent.Setup(
                sessionId,
                call.accountSid(),
                call.sid(),
                Objects.requireNonNullElse(call.parentCallSid(), ""),
                call.from(),
                call.to(),
                Objects.requireNonNullElse(call.details().forwardedFrom(), ""),
                "PSTN",
                Objects.requireNonNullElse(call.details().callerName(), ""),
                call.direction().text(),
                "RINGING",
                parameters);
    }
}
