package io.cloudpbx.calls;

import io.cloudpbx.callflow.Node;
import io.cloudpbx.callflow.Plan;
import io.cloudpbx.calls.flow.CallEvent;
import io.cloudpbx.calls.flow.CallFlow;
import io.cloudpbx.calls.flow.CallSituation;
import io.cloudpbx.calls.flow.CallStep;
import io.cloudpbx.calls.flow.Handling;
import io.cloudpbx.calls.flow.Hands;
import io.cloudpbx.calls.flow.NextStep;
import io.cloudpbx.calls.hands.Handlings;
import io.cloudpbx.calls.store.RoutingRows.Led;
import io.cloudpbx.settings.CompanySettings;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Decides what calls do next, by what the database knows. */
@Component
class Courses {
    private final SituationLoader situations;
    private final Handlings handlings;

    Courses(SituationLoader situations, Handlings handlings) {
        this.situations = situations;
        this.handlings = handlings;
    }

    /** What is to happen, and from what that was decided. */
    record Course(CallEvent event, NextStep next, CompanySettings company, CallSituation situation, Traces traces) {}

    /** How the call is led, and what this request about it was answered before. */
    Led led(Call call, String request) {
        return situations.led(call, request);
    }

    /** Whatever has nothing to do with a queue is decided while others decide about it. */
    Course of(Call call, CallEvent event, Led led) {
        var known = situations.known(call, led);
        var company = known.company();
        var alone = known.situation();
        var handling = led.traces().inHands() ? handlings.of(call.id()) : Optional.<Handling>empty();
        var next = next(alone, handling, event);
        if (!isAboutQueue(alone.routing().plan(), event, next.step())) {
            return new Course(event, next, company, alone, led.traces());
        }
        var among = situations.among(call, alone);
        return new Course(event, next(among, handling, event), company, among, led.traces());
    }

    private static NextStep next(CallSituation situation, Optional<Handling> handling, CallEvent event) {
        return handling.flatMap(held -> Hands.next(situation, held, event))
                .orElseGet(() -> CallFlow.decide(situation, event));
    }

    private static boolean isAboutQueue(Plan plan, CallEvent event, CallStep step) {
        String from = switch (event) {
            case CallEvent.WaitingEnded waited -> waited.place();
            case CallEvent.RingingEnded rung -> rung.place();
            case CallEvent.WordsInterrupted interrupted -> interrupted.place();
            default -> "";
        };
        String to = switch (step) {
            case CallStep.Wait wait -> wait.place();
            case CallStep.RingGroup group -> group.place();
            default -> "";
        };
        return Stream.of(from, to).anyMatch(place -> plan.at(place).orElse(null) instanceof Node.Queue);
    }
}
