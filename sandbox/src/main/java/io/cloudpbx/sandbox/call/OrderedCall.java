package io.cloudpbx.sandbox.call;

import io.cloudpbx.sandbox.state.Call.Status;
import io.cloudpbx.sandbox.state.Recording;
import io.cloudpbx.sandbox.webhook.WebhookTarget;
import java.util.Map;
import java.util.Objects;

/** A call that was ordered by {@code POST Calls} ({@code twilio.md} section 12). */
final class OrderedCall {
    private final Leg leg;
    private final Switching switching;
    private final CallOrder order;

    OrderedCall(Leg leg, Switching switching, CallOrder order) {
        this.leg = leg;
        this.switching = switching;
        this.order = order;
    }

    void run() {
        leg.progress(Status.INITIATED);
        switching.ring(leg);
        if (!leg.await(leg.now().plus(order.timeout()), leg::isAnswered)) {
            leg.hangUp(Status.NO_ANSWER);
            return;
        }
        leg.limitTo(order.timeLimit());
        CallOrder.RecordingOrder recording = order.recording();
        if (recording != null) {
            record(recording);
        }
        KeyPresses.press(leg, order.sendDigits());
        new DocumentRunner(leg, switching, DocumentRunner.Scope.CALL, order.instructions()).run(instructions());
        leg.hangUp();
    }

    private Instructions instructions() {
        WebhookTarget target = order.instructions();
        return target == null
                ? new Instructions.Inline(Objects.requireNonNullElse(order.twiml(), "<Response/>"))
                : new Instructions.Fetch(target, Map.of());
    }

    private void record(CallOrder.RecordingOrder wanted) {
        Recorder.inBackground(leg, LegRecordings.order(wanted, Recording.Source.OUTBOUND_API));
    }
}
