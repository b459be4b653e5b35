package io.cloudpbx.sandbox.call;

import io.cloudpbx.sandbox.state.Call.Status;
import io.cloudpbx.sandbox.state.Recording;
import io.cloudpbx.sandbox.twiml.Callback;
import io.cloudpbx.sandbox.twiml.Verb;
import io.cloudpbx.sandbox.webhook.WebhookTarget;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

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
        Optional<Recorder> recorder = Optional.ofNullable(order.recording()).map(this::record);
        try {
            KeyPresses.press(leg, order.sendDigits());
            new DocumentRunner(leg, switching, DocumentRunner.Scope.CALL, order.instructions()).run(instructions());
            leg.hangUp();
        } finally {
            recorder.ifPresent(Recorder::finish);
        }
    }

    private Instructions instructions() {
        WebhookTarget target = order.instructions();
        return target == null
                ? new Instructions.Inline(Objects.requireNonNullElse(order.twiml(), "<Response/>"))
                : new Instructions.Fetch(target, Map.of());
    }

    private Recorder record(CallOrder.RecordingOrder wanted) {
        return Recorder.start(
                leg,
                new Recorder.Order(
                        Recording.Source.OUTBOUND_API,
                        wanted.channels() == 2
                                ? List.of(List.of(leg.heard()), List.of(leg.said()))
                                : List.of(List.of(leg.heard(), leg.said())),
                        true,
                        callback(wanted.callback()),
                        order.timeLimit()));
    }

    private static Verb.@Nullable RecordingCallback callback(CallOrder.@Nullable StatusCallback callback) {
        return callback == null
                ? null
                : new Verb.RecordingCallback(new Callback(callback.url(), callback.method()), callback.events());
    }
}
