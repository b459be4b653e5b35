package io.cloudpbx.sandbox.call;

import io.cloudpbx.sandbox.call.QueueRun.Result;
import io.cloudpbx.sandbox.state.CallQueue;
import io.cloudpbx.sandbox.twiml.Callback;
import io.cloudpbx.sandbox.twiml.Verb;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Takes the first out of a queue and talks to him ({@code twilio.md} section 7, {@code <Queue>}). */
final class QueueDial {
    private final Leg leg;
    private final Queues queues;
    private final Verb.Dial dial;
    private @Nullable CallQueue queue;
    private @Nullable Waiter first;
    private @Nullable Instant bridgedAt;
    private Duration queueTime = Duration.ZERO;
    private boolean starPressed;

    QueueDial(Leg leg, Switching switching, Verb.Dial dial) {
        this.leg = leg;
        this.queues = switching.queues();
        this.dial = dial;
    }

    Next run(Verb.Queue wanted) {
        leg.answer();
        Optional<CallQueue> known = queues.named(leg.account().sid(), wanted.name());
        try {
            known.ifPresent(found -> dial(found, wanted));
        } catch (LegEnded hungUp) {
            Map<String, String> parameters = parameters();
            part();
            tellAfterHangUp(parameters);
            throw hungUp;
        } catch (LegRedirected redirected) {
            part();
            throw redirected;
        }
        Map<String, String> parameters = parameters();
        part();
        Callback action = dial.action();
        return action == null ? new Next.Onward() : new Next.GoTo(action, parameters);
    }

    private void dial(CallQueue found, Verb.Queue wanted) {
        queue = found;
        queues.watch(leg, found);
        leg.far().ringback(true);
        Waiter caller;
        try {
            leg.await(leg.now().plus(dial.timeout()), () -> isTaken(found, wanted));
        } finally {
            queues.watchNoMore(leg, found);
            leg.far().ringback(false);
        }
        caller = first;
        if (caller != null) {
            converse(caller);
        }
    }

    private boolean isTaken(CallQueue found, Verb.Queue wanted) {
        if (first == null) {
            first = queues.takeFirst(leg, found, wanted.whisper());
        }
        return first != null;
    }

    private void converse(Waiter caller) {
        Junction junction = caller.junction();
        if (junction == null) {
            return;
        }
        queueTime = caller.waited(leg.now());
        leg.await(Instant.MAX, () -> junction.isConnected() || junction.isOver());
        if (junction.isOver()) {
            return;
        }
        bridgedAt = leg.now();
        junction.join(leg);
        leg.tell(Speaker.CARRIER, "bridged", caller.leg().call().from());
        Hood.dial(leg, "Connected with " + caller.leg().call().from());
        if (dial.hangupOnStar()) {
            leg.whenStar(() -> starPressed = true);
        }
        leg.await(leg.now().plus(dial.timeLimit()), () -> junction.isOver() || starPressed);
    }

    private void part() {
        leg.whenStar(() -> {});
        Waiter caller = first;
        Junction junction = caller == null ? null : caller.junction();
        if (junction != null) {
            junction.leave(leg);
        }
    }

    private void tellAfterHangUp(Map<String, String> parameters) {
        Callback action = dial.action();
        if (action != null) {
            AfterHangUp.tell(leg, action, parameters);
        }
    }

    private Map<String, String> parameters() {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("DialCallStatus", status());
        parameters.put("DialBridged", String.valueOf(bridgedAt != null));
        CallQueue dialled = queue;
        if (dialled != null) {
            parameters.put("QueueSid", dialled.sid());
        }
        Waiter caller = first;
        Instant since = bridgedAt;
        if (caller != null && since != null) {
            String duration = String.valueOf(Duration.between(since, leg.now()).toSeconds());
            String waited = String.valueOf(queueTime.toSeconds());
            parameters.put("QueueResult", Result.BRIDGED.text());
            parameters.put("QueueTime", waited);
            parameters.put("DialCallSid", caller.leg().call().sid());
            parameters.put("DialCallDuration", duration);
            // The reference is silent; a customer's library reads these names.
            parameters.put("DequeueResult", Result.BRIDGED.text());
            parameters.put("DequeuedCallSid", caller.leg().call().sid());
            parameters.put("DequeuedCallQueueTime", waited);
            parameters.put("DequeuedCallDuration", duration);
        }
        return parameters;
    }

    private String status() {
        if (bridgedAt != null) {
            return "completed";
        }
        if (leg.isOver()) {
            return "canceled";
        }
        return queue == null ? "failed" : "no-answer";
    }
}
