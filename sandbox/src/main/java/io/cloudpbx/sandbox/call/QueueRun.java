package io.cloudpbx.sandbox.call;

import io.cloudpbx.sandbox.call.DocumentRunner.Ending;
import io.cloudpbx.sandbox.call.DocumentRunner.Scope;
import io.cloudpbx.sandbox.state.CallQueue;
import io.cloudpbx.sandbox.twiml.Callback;
import io.cloudpbx.sandbox.twiml.Verb;
import io.cloudpbx.sandbox.webhook.WebhookTarget;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A leg's time in a queue, and with whoever takes it out ({@code twilio.md} section 8.2). */
final class QueueRun {
    /** One with nothing to hear would be asked for without a pause. */
    private static final Duration SHORTEST_DOCUMENT = Duration.ofSeconds(1);

    private final Leg leg;
    private final Switching switching;
    private final Queues queues;
    private final Verb.Enqueue enqueue;
    private Result result = Result.ERROR;
    private Duration queueTime = Duration.ZERO;

    QueueRun(Leg leg, Switching switching, Verb.Enqueue enqueue) {
        this.leg = leg;
        this.switching = switching;
        this.queues = switching.queues();
        this.enqueue = enqueue;
    }

    /** {@code QueueResult}. */
    enum Result {
        BRIDGED,
        BRIDGING_IN_PROCESS,
        LEAVE,
        HANGUP,
        REDIRECTED,
        REDIRECTED_FROM_BRIDGED,
        QUEUE_FULL,
        ERROR;

        String text() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
    }

    Next run() {
        Optional<Waiter> entered = queues.enter(leg, enqueue);
        Callback action = enqueue.action();
        if (entered.isEmpty()) {
            // Who was never in it is told nothing more of the queue.
            Map<String, String> parameters = Map.of("QueueResult", Result.QUEUE_FULL.text());
            return action == null ? new Next.Onward() : new Next.GoTo(action, parameters);
        }
        Waiter waiter = entered.get();
        leg.tell(Speaker.CARRIER, "queued", enqueue.name());
        try {
            pass(waiter);
        } catch (LegEnded hungUp) {
            result = waiter.isCalled() && result == Result.BRIDGED ? Result.BRIDGED : Result.HANGUP;
            goAway(waiter);
            throw hungUp;
        } catch (LegRedirected redirected) {
            result = redirectedFrom(waiter);
            goAway(waiter);
            throw redirected;
        }
        queues.leave(waiter);
        return action == null ? new Next.Onward() : new Next.GoTo(action, parameters(waiter));
    }

    private Result redirectedFrom(Waiter waiter) {
        if (result == Result.BRIDGED) {
            return Result.REDIRECTED_FROM_BRIDGED;
        }
        return waiter.isCalled() ? Result.BRIDGING_IN_PROCESS : Result.REDIRECTED;
    }

    /** The action is told how it ended; what it answers is not for this call any more. */
    private void goAway(Waiter waiter) {
        if (!waiter.isCalled()) {
            queueTime = waiter.waited(leg.now());
        }
        queues.leave(waiter);
        Junction junction = waiter.junction();
        if (junction != null) {
            junction.leave(leg);
        }
        Callback action = enqueue.action();
        if (action != null) {
            AfterHangUp.tell(leg, action, parameters(waiter));
        }
    }

    private void pass(Waiter waiter) {
        boolean called = leg.until(waiter::isCalled, () -> hear(waiter));
        queueTime = waiter.waited(leg.now());
        Junction junction = waiter.junction();
        if (!called || junction == null) {
            return;
        }
        whisper(waiter, junction);
        junction.connect();
        if (junction.isConnected()) {
            result = Result.BRIDGED;
            leg.tell(Speaker.CARRIER, "bridged", junction.agent().call().to());
            leg.await(Instant.MAX, junction::isOver);
        }
        junction.leave(leg);
    }

    private void whisper(Waiter waiter, Junction junction) {
        Callback url = junction.whisper();
        if (url == null) {
            return;
        }
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("QueueSid", waiter.queue().sid());
        parameters.put("QueueTime", String.valueOf(queueTime.toSeconds()));
        // Twilio spells it so.
        parameters.put("DequeingCallSid", junction.agent().call().sid());
        leg.until(junction::isOver, () -> run(url, Scope.MUSIC, parameters));
    }

    private Ending run(Callback url, Scope scope, Map<String, String> parameters) {
        return new DocumentRunner(leg, switching, scope, null)
                .run(new Instructions.Fetch(WebhookTarget.of(url.url(), url.method()), parameters));
    }

    /** What he hears while he waits; it is asked for again when it ends. */
    private void hear(Waiter waiter) {
        switch (enqueue.waitMusic()) {
            case Verb.Music.Silence silence -> leg.await(Instant.MAX, () -> false);
            case Verb.Music.Usual usual -> new PromptPlayer(leg).music();
            case Verb.Music.From from -> {
                Ending ending = Ending.END_OF_DOCUMENT;
                while (ending == Ending.END_OF_DOCUMENT) {
                    Instant again = leg.now().plus(SHORTEST_DOCUMENT);
                    ending = run(from.url(), Scope.QUEUE, whereHeStands(waiter));
                    leg.await(ending == Ending.END_OF_DOCUMENT ? again : leg.now(), () -> false);
                }
                stop(ending);
            }
        }
    }

    private void stop(Ending ending) {
        if (ending == Ending.HUNG_UP) {
            leg.hangUp();
            throw new LegEnded();
        }
        result = ending == Ending.LEFT ? Result.LEAVE : Result.ERROR;
    }

    private Map<String, String> whereHeStands(Waiter waiter) {
        CallQueue queue = waiter.queue();
        List<Queues.Member> members = queues.members(queue.sid());
        int position = 1
                + members.stream()
                        .map(Queues.Member::callSid)
                        .toList()
                        .indexOf(leg.call().sid());
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("QueueSid", queue.sid());
        parameters.put("QueuePosition", String.valueOf(position));
        parameters.put("QueueTime", String.valueOf(waiter.waited(leg.now()).toSeconds()));
        parameters.put(
                "AvgQueueTime", String.valueOf(queues.averageWait(queue.sid()).toSeconds()));
        parameters.put("CurrentQueueSize", String.valueOf(members.size()));
        parameters.put("MaxQueueSize", String.valueOf(queue.maxSize()));
        return parameters;
    }

    private Map<String, String> parameters(Waiter waiter) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("QueueResult", result.text());
        parameters.put("QueueSid", waiter.queue().sid());
        parameters.put("QueueTime", String.valueOf(queueTime.toSeconds()));
        return parameters;
    }
}
