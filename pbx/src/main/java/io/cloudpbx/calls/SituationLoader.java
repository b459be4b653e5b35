package io.cloudpbx.calls;

import io.cloudpbx.callflow.Closure;
import io.cloudpbx.callflow.Plan;
import io.cloudpbx.callflow.Plans;
import io.cloudpbx.calls.flow.CallSituation;
import io.cloudpbx.calls.flow.Callee;
import io.cloudpbx.calls.flow.Dialled;
import io.cloudpbx.calls.flow.Listening;
import io.cloudpbx.calls.flow.Rotation;
import io.cloudpbx.calls.flow.Routing;
import io.cloudpbx.calls.flow.Targets;
import io.cloudpbx.calls.store.RoutingRows;
import io.cloudpbx.calls.store.StreamRows;
import io.cloudpbx.extensions.Aliases;
import io.cloudpbx.extensions.Extension;
import io.cloudpbx.extensions.Extensions;
import io.cloudpbx.numbers.Numbers;
import io.cloudpbx.numbers.OwnNumber;
import io.cloudpbx.receptionist.Directory;
import io.cloudpbx.settings.CompanySettings;
import io.cloudpbx.telephony.PhoneNumber;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Loads what a decision may know. */
@Component
public class SituationLoader {
    private final Numbers numbers;
    private final Extensions extensions;
    private final Aliases aliases;
    private final StreamRows streams;
    private final RoutingRows routing;
    private final Plans plans;
    private final Clock clock;

    SituationLoader(
            Numbers numbers,
            Extensions extensions,
            Aliases aliases,
            StreamRows streams,
            RoutingRows routing,
            Plans plans,
            Clock clock) {
        this.numbers = numbers;
        this.extensions = extensions;
        this.aliases = aliases;
        this.streams = streams;
        this.routing = routing;
        this.plans = plans;
        this.clock = clock;
    }

    /** Of a call in progress: on the plan with which it began. */
    public CallSituation load(Call call, CompanySettings settings) {
        Instant now = clock.instant();
        var course = routing.of(call.id(), now);
        var led = routing(plans.version(course.version()), new Caller(call.from(), call.to(), call.startedAt()));
        return situation(
                dialled(call.to()),
                settings,
                Duration.between(call.startedAt(), now),
                listening(call),
                led.after(course.taken(), course.comebacks()));
    }

    /** Who calls which number when. */
    public record Caller(
            @Nullable PhoneNumber from, @Nullable PhoneNumber to, Instant at) {}

    /** As a call would find it that came in then and was led by this plan. */
    public CallSituation imagined(Plan plan, Caller caller, CompanySettings settings) {
        return imagining(plan, settings).apply(caller);
    }

    /** The same for many calls, to the same people. */
    public Function<Caller, CallSituation> imagining(Plan plan, CompanySettings settings) {
        var anybody = situation(
                new Dialled.Unknown(),
                settings,
                Duration.ZERO,
                Listening.TURNS,
                routing(plan, new Caller(null, null, clock.instant())));
        Map<PhoneNumber, Dialled> known = new HashMap<>();
        return caller -> anybody.of(
                caller.to() == null ? new Dialled.Unknown() : known.computeIfAbsent(caller.to(), this::dialled),
                caller.from(),
                caller.to(),
                caller.at());
    }

    private Routing routing(Plan plan, Caller caller) {
        var rotation = plan.rotates() ? routing.rotation(caller.at()) : Rotation.UNKNOWN;
        var closures = plan.hours().isEmpty() ? List.<Closure>of() : plans.closures();
        return new Routing(plan, caller.from(), caller.to(), caller.at(), closures, rotation, 0, 0);
    }

    private CallSituation situation(
            Dialled dialled, CompanySettings settings, Duration lasted, Listening listening, Routing routing) {
        Map<String, Callee> directory = extensions.active().stream()
                .map(SituationLoader::callee)
                .collect(Collectors.toMap(Callee::ext, Function.identity()));
        var operator = Optional.ofNullable(settings.operatorExtension()).map(directory::get);
        return new CallSituation(dialled, directory, operator, lasted, listening, routing);
    }

    /** As a call to the main number would find it that begins now. */
    public CallSituation now(CompanySettings settings) {
        var routing = routing(plans.version(plans.current()), new Caller(null, null, clock.instant()));
        return situation(new Dialled.Main(), settings, Duration.ZERO, Listening.TURNS, routing);
    }

    /** Whom a mind can want, with what callers were found to call them. */
    public Directory directory(CallSituation situation) {
        return Targets.directory(situation, aliases.inUse());
    }

    private Listening listening(Call call) {
        boolean wanted = Optional.ofNullable(call.to())
                .flatMap(numbers::holding)
                .filter(number -> number.listening() == OwnNumber.Listening.STREAM)
                .isPresent();
        if (!wanted) {
            return Listening.TURNS;
        }
        var endings = streams.endingsIn(call.id());
        return Listening.of(true, endings.broke(), endings.impossible());
    }

    /** A number of ours whose extension is gone answers like the main one, so that its callers are not lost. */
    private Dialled dialled(@Nullable PhoneNumber called) {
        return Optional.ofNullable(called)
                .flatMap(numbers::holding)
                .map(ours -> extensions
                        .reachedBy(ours)
                        .<Dialled>map(extension -> new Dialled.Direct(callee(extension)))
                        .orElseGet(Dialled.Main::new))
                .orElseGet(Dialled.Unknown::new);
    }

    private static Callee callee(Extension extension) {
        return new Callee(
                extension.id(),
                extension.ext(),
                extension.name(),
                extension.department(),
                extension.soundsLike(),
                extension.forwardTo());
    }
}
