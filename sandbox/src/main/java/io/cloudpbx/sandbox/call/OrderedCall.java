package io.cloudpbx.sandbox.call;

import io.cloudpbx.sandbox.state.Account;
import io.cloudpbx.sandbox.state.Call.Status;
import io.cloudpbx.sandbox.state.Recording;
import io.cloudpbx.sandbox.twiml.Verb;
import io.cloudpbx.sandbox.webhook.WebhookTarget;
import java.time.Instant;
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
        connect(() -> new DocumentRunner(leg, switching, DocumentRunner.Scope.CALL, order.instructions())
                .run(instructions()));
    }

    /** Whoever answers is in the conference, and whoever is sent elsewhere by the REST API goes there. */
    void meet(Seat seat, Verb.Conference conference) {
        connect(() -> {
            try {
                ConferenceRun.ofGuest(leg, switching, order.timeLimit())
                        .attend(seat, conference.seat().beep());
            } catch (LegRedirected redirected) {
                new DocumentRunner(leg, switching, DocumentRunner.Scope.CALL, null).run(redirected.instructions());
            }
        });
    }

    private void connect(Runnable conversation) {
        String account = leg.account().sid();
        if (!account.equals(Account.OUTSIDE_SID)) {
            Instant turn = leg.equipment().pace().take(account, leg.now());
            leg.await(turn, () -> false);
        }
        leg.progress(Status.INITIATED);
        CallOrder.Options options = order.options();
        leg.signalling()
                .invite(new Invitation(Address.headers(order.to()), options.sipUsername(), options.sipPassword()));
        leg.signalling().showAs(options.callerId());
        if (!options.reason().isEmpty()) {
            leg.tell(Speaker.CARRIER, "call-reason", options.reason());
        }
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
        detect(options);
        KeyPresses.press(leg, order.sendDigits());
        conversation.run();
        leg.hangUp();
    }

    private void detect(CallOrder.Options options) {
        Verb.MachineDetection detection = options.machineDetection();
        if (options.asyncDetection()) {
            MachineDetector.beside(leg, detection);
        } else if (detection != null) {
            MachineDetector.first(leg, detection);
        }
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
