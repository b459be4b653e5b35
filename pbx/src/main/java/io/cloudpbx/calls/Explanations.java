package io.cloudpbx.calls;

import io.cloudpbx.callflow.Plans;
import io.cloudpbx.calls.SituationLoader.Caller;
import io.cloudpbx.calls.flow.Imagined;
import io.cloudpbx.calls.flow.NextStep;
import io.cloudpbx.calls.flow.Recording;
import io.cloudpbx.calls.flow.Taping;
import io.cloudpbx.calls.routing.Explanation;
import io.cloudpbx.calls.routing.Explanation.Line;
import io.cloudpbx.calls.routing.Explanation.Recorded;
import io.cloudpbx.calls.taping.RecordingRules;
import io.cloudpbx.settings.Settings;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells what would become of a call. It is decided as for live calls; only nobody hears it. */
@Component
public class Explanations {
    private final SituationLoader situations;
    private final Plans plans;
    private final Settings settings;
    private final RecordingRules recordings;

    Explanations(SituationLoader situations, Plans plans, Settings settings, RecordingRules recordings) {
        this.situations = situations;
        this.plans = plans;
        this.settings = settings;
        this.recordings = recordings;
    }

    /** By the plan that leads calls now. @param keys that the caller presses, one after the other */
    public Explanation published(Caller caller, List<String> keys) {
        int version = plans.current();
        var imagined = Imagined.of(situations.imagined(plans.version(version), caller, settings.current()), keys);
        return explanation(caller, version, imagined);
    }

    /** By the draft. */
    public Explanation drafted(Caller caller, List<String> keys) {
        var plan = plans.draft().plan();
        return explanation(caller, null, Imagined.of(situations.imagined(plan, caller, settings.current()), keys));
    }

    private Explanation explanation(Caller caller, @Nullable Integer version, Imagined imagined) {
        return new Explanation(
                caller.at(),
                version,
                imagined.steps().stream().map(Explanations::line).toList(),
                imagined.ends(),
                recording(caller, imagined),
                imagined.changesAt().orElse(null));
    }

    private @Nullable Recorded recording(Caller caller, Imagined imagined) {
        return imagined.steps().stream().map(NextStep::step).anyMatch(Taping::isOfPeople)
                ? recorded(recordings.incoming(caller.from()))
                : null;
    }

    private static Recorded recorded(Recording decided) {
        return new Recorded(
                decided.recorded(), decided.told().stream().map(Call::text).toList(), decided.reason());
    }

    private static Line line(NextStep next) {
        var telling = Telling.of(next.step());
        return new Line(Call.text(telling.kind()), telling.text(), next.reason(), next.passed(), next.place());
    }
}
