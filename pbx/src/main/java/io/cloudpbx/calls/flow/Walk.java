package io.cloudpbx.calls.flow;

import io.cloudpbx.callflow.Node;
import io.cloudpbx.callflow.Plan;
import io.cloudpbx.calls.flow.CallEvent.Arrived;
import io.cloudpbx.calls.flow.CallStep.AskName;
import io.cloudpbx.calls.flow.CallStep.ChooseName;
import io.cloudpbx.calls.flow.CallStep.Connect;
import io.cloudpbx.calls.flow.CallStep.Converse;
import io.cloudpbx.calls.flow.CallStep.Forward;
import io.cloudpbx.calls.flow.CallStep.Goodbye;
import io.cloudpbx.calls.flow.CallStep.Hold;
import io.cloudpbx.calls.flow.CallStep.LeadOn;
import io.cloudpbx.calls.flow.CallStep.Menu;
import io.cloudpbx.calls.flow.CallStep.OneMoment;
import io.cloudpbx.calls.flow.CallStep.Park;
import io.cloudpbx.calls.flow.CallStep.Rejoin;
import io.cloudpbx.calls.flow.CallStep.Ring;
import io.cloudpbx.calls.flow.CallStep.RingGroup;
import io.cloudpbx.calls.flow.CallStep.TakeMessage;
import io.cloudpbx.calls.flow.CallStep.Wait;
import io.cloudpbx.telephony.DialOutcome;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A call that was never placed, led to its end by the function that leads live ones: the caller presses keys where keys are awaited, one
 * after the other, and 0 also while something is said, says nothing, and nobody answers.
 */
public final class Walk {
    private final Deque<String> keys;
    private @Nullable String queue;
    private Duration waited = Duration.ZERO;

    private Walk(List<String> keys) {
        this.keys = new ArrayDeque<>(keys);
    }

    /**
     * All steps, up to the last.
     *
     * @param keys what the caller presses, each at the next place that awaits keys; silence when they are used up
     */
    public static List<NextStep> of(CallSituation situation, List<String> keys) {
        var walk = new Walk(keys);
        var steps = new ArrayList<NextStep>();
        steps.add(CallFlow.decide(situation, new Arrived()));
        while (!(steps.getLast().step() instanceof Goodbye)) {
            CallStep last = steps.getLast().step();
            CallEvent event = walk.next(last, situation.routing().plan());
            var later = situation.after(steps.size()).among(Waiting.alone(walk.queue, walk.waited));
            steps.add(CallFlow.decide(later, event));
        }
        return steps;
    }

    /** Time goes by in a queue. */
    private void pass(CallStep step, Plan plan) {
        switch (step) {
            case Wait wait -> pass(wait.place(), Wait.ROUND);
            case RingGroup group
            when plan.at(group.place()).orElse(null) instanceof Node.Queue -> pass(group.place(), group.ringFor());
            default -> pass(null, Duration.ZERO);
        }
    }

    private void pass(@Nullable String place, Duration time) {
        waited = Objects.equals(place, queue) ? waited.plus(time) : time;
        queue = place;
    }

    /** Words are heard to their end, unless the caller wants a person. */
    private CallEvent next(CallStep step, Plan plan) {
        var interrupted = CallStep.interruptible(step).filter(place -> "0".equals(keys.peek()));
        if (interrupted.isPresent()) {
            return new CallEvent.WordsInterrupted(interrupted.get(), key());
        }
        pass(step, plan);
        return after(step);
    }

    private CallEvent after(CallStep step) {
        return switch (step) {
            case Menu menu -> new CallEvent.MenuAnswered(menu.place(), menu.visit(), menu.silences(), key());
            case AskName ask -> new CallEvent.NameKeyed(ask.place(), ask.visit(), key());
            case ChooseName choose -> new CallEvent.NameChosen(choose.place(), choose.visit(), choose.name(), key());
            case Ring ring -> new CallEvent.RingingEnded(ring.place(), ring.leg(), DialOutcome.NO_ANSWER);
            case RingGroup group -> new CallEvent.RingingEnded(group.place(), group.leg(), DialOutcome.NO_ANSWER);
            case Wait wait -> new CallEvent.WaitingEnded(wait.place(), 0, key());
            case Forward forward -> new CallEvent.RingingEnded(forward.place(), 0, DialOutcome.NO_ANSWER);
            case Converse converse -> spoken(converse.talk());
            case OneMoment moment -> spoken(moment.talk());
            case Connect connect ->
                new CallEvent.TransferEnded(
                        connect.talk(), connect.target(), connect.callee().ext(), DialOutcome.NO_ANSWER);
            case TakeMessage message -> new CallEvent.MessageLeft();
            case Hold hold -> throw new IllegalStateException("Nobody answers, so nobody holds");
            case Park park -> throw new IllegalStateException("Nobody answers, so nobody parks");
            case Rejoin rejoin -> throw new IllegalStateException("Nobody answers, so nobody comes back");
            case LeadOn on -> throw new IllegalStateException("Nobody answers, so nobody leads on");
            case Goodbye goodbye -> throw new IllegalStateException("The call is over");
        };
    }

    private CallEvent spoken(Talk talk) {
        return keys.isEmpty() ? new CallEvent.CallerSilent(talk) : new CallEvent.CallerPressed(talk, key());
    }

    private String key() {
        return keys.isEmpty() ? "" : keys.pop();
    }
}
