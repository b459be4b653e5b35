package io.cloudpbx.calls;

import io.cloudpbx.callflow.Plan;
import io.cloudpbx.callflow.Plans;
import io.cloudpbx.calls.SituationLoader.Caller;
import io.cloudpbx.calls.flow.CallSituation;
import io.cloudpbx.calls.flow.Imagined;
import io.cloudpbx.calls.routing.Rehearsed;
import io.cloudpbx.calls.routing.Rehearsed.Other;
import io.cloudpbx.calls.routing.Rehearsed.PastCall;
import io.cloudpbx.calls.store.PastCallRows;
import io.cloudpbx.settings.Settings;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** Leads calls that were through the draft, with the keys that were pressed in them, to see which would end elsewhere. */
@Component
public class Rehearsals {
    private static final int MOST_CALLS = 5_000;

    private final PastCallRows rows;
    private final SituationLoader situations;
    private final Plans plans;
    private final Settings settings;
    private final Clock clock;

    Rehearsals(PastCallRows rows, SituationLoader situations, Plans plans, Settings settings, Clock clock) {
        this.rows = rows;
        this.situations = situations;
        this.plans = plans;
        this.settings = settings;
        this.clock = clock;
    }

    /** @param days how far to look back */
    public Rehearsed rehearse(int days) {
        var found = rows.since(clock.instant().minus(Duration.ofDays(days)), MOST_CALLS + 1);
        var calls = found.subList(0, Math.min(found.size(), MOST_CALLS));
        var now = led(plans.version(plans.current()));
        var then = led(plans.draft().plan());
        return new Rehearsed(
                calls.size(),
                found.size() == calls.size(),
                calls.stream().flatMap(call -> other(call, now, then).stream()).toList());
    }

    /** What is the same for all calls is loaded once. */
    private Function<PastCall, CallSituation> led(Plan plan) {
        return situations
                .imagining(plan, settings.current())
                .compose(call -> new Caller(call.from(), call.to(), call.at()));
    }

    private static Optional<Other> other(
            PastCall call, Function<PastCall, CallSituation> now, Function<PastCall, CallSituation> then) {
        var ends = Imagined.endOf(now.apply(call), call.keys());
        var wouldEnd = Imagined.endOf(then.apply(call), call.keys());
        return ends.equals(wouldEnd) ? Optional.empty() : Optional.of(new Other(call, ends, wouldEnd));
    }
}
