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
import io.cloudpbx.calls.store.RoutingRows.Led;
import io.cloudpbx.calls.store.StreamRows;
import io.cloudpbx.calls.store.WaitingRows;
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
    private final WaitingRows waiting;
    private final Plans plans;
    private final Standing standing;
    private final Clock clock;

    SituationLoader(
            Numbers numbers,
            Extensions extensions,
            Aliases aliases,
            StreamRows streams,
            RoutingRows routing,
            WaitingRows waiting,
            Plans plans,
            Standing standing,
            Clock clock) {
        this.numbers = numbers;
        this.extensions = extensions;
        this.aliases = aliases;
        this.streams = streams;
        this.routing = routing;
        this.waiting = waiting;
        this.plans = plans;
        this.standing = standing;
        this.clock = clock;
    }

    /** How a call is led, and what this request about it was answered before. */
    Led led(Call call, String request) {
        return routing.of(call.id(), request, clock.instant());
    }

    /** Of a call in progress: on the plan with which it began. */
    public CallSituation load(Call call, CompanySettings settings) {
        Led led = routing.of(call.id(), clock.instant());
        return situation(call, led, standing.at(led.revision()), settings);
    }

    /** What a decision may know, and the company's choices by which it was put together. */
    record Known(CallSituation situation, CompanySettings company) {}

    Known known(Call call, Led led) {
        var known = standing.at(led.revision());
        return new Known(situation(call, led, known, known.company()), known.company());
    }

    private CallSituation situation(Call call, Led led, Standing.Known known, CompanySettings settings) {
        Plan plan = plans.version(led.version());
        var closures = led.closures() ? closures(plan) : List.<Closure>of();
        var routing = routing(plan, new Caller(call.from(), call.to(), call.startedAt()), closures, settings);
        var called = Optional.ofNullable(call.to()).map(known.numbers()::get);
        var people = known.people();
        return new CallSituation(
                dialled(called, people),
                people.directory(),
                operator(people.directory(), settings),
                Duration.between(call.startedAt(), clock.instant()),
                listening(call, called),
                routing.after(led.taken(), led.comebacks()));
    }

    /** The same to decide by, with who else waits: nobody else decides about a queue until the transaction ends. */
    CallSituation deciding(Call call, CompanySettings settings) {
        return among(call, load(call, settings));
    }

    CallSituation among(Call call, CallSituation situation) {
        return situation.routing().plan().hasQueues()
                ? situation.among(waiting.lockFor(call.id(), clock.instant()))
                : situation;
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
                routing(plan, new Caller(null, null, clock.instant()), settings));
        Map<PhoneNumber, Dialled> known = new HashMap<>();
        var people = People.of(extensions.active());
        return caller -> anybody.of(
                caller.to() == null
                        ? new Dialled.Unknown()
                        : known.computeIfAbsent(caller.to(), to -> dialled(numbers.holding(to), people)),
                caller.from(),
                caller.to(),
                caller.at());
    }

    private Routing routing(Plan plan, Caller caller, CompanySettings settings) {
        return routing(plan, caller, closures(plan), settings);
    }

    private List<Closure> closures(Plan plan) {
        return plan.hours().isEmpty() ? List.of() : plans.closures();
    }

    private Routing routing(Plan plan, Caller caller, List<Closure> closures, CompanySettings settings) {
        var rotation = plan.rotates() ? routing.rotation(caller.at()) : Rotation.UNKNOWN;
        return new Routing(
                plan, caller.from(), caller.to(), caller.at(), closures, rotation, 0, 0, settings.destinations());
    }

    private CallSituation situation(
            Dialled dialled, CompanySettings settings, Duration lasted, Listening listening, Routing routing) {
        var directory = People.of(extensions.active()).directory();
        return new CallSituation(dialled, directory, operator(directory, settings), lasted, listening, routing);
    }

    private static Optional<Callee> operator(Map<String, Callee> directory, CompanySettings settings) {
        return Optional.ofNullable(settings.operatorExtension()).map(directory::get);
    }

    /** As a call to the main number would find it that begins now. */
    public CallSituation now(CompanySettings settings) {
        var routing = routing(plans.version(plans.current()), new Caller(null, null, clock.instant()), settings);
        return situation(new Dialled.Main(), settings, Duration.ZERO, Listening.TURNS, routing);
    }

    /** Whom a mind can want, with what callers were found to call them. */
    public Directory directory(CallSituation situation) {
        return Targets.directory(situation, aliases.inUse());
    }

    private Listening listening(Call call, Optional<OwnNumber> called) {
        boolean wanted = called.filter(number -> number.listening() == OwnNumber.Listening.STREAM)
                .isPresent();
        if (!wanted) {
            return Listening.TURNS;
        }
        var endings = streams.endingsIn(call.id());
        return Listening.of(true, endings.broke(), endings.impossible());
    }

    /** A number of ours whose extension is gone answers like the main one, so that its callers are not lost. */
    private static Dialled dialled(Optional<OwnNumber> called, People people) {
        return called.map(ours -> Optional.ofNullable(people.direct().get(ours.id()))
                        .<Dialled>map(Dialled.Direct::new)
                        .orElseGet(Dialled.Main::new))
                .orElseGet(Dialled.Unknown::new);
    }

    public static Callee callee(Extension extension) {
        return new Callee(
                extension.id(),
                extension.ext(),
                extension.name(),
                extension.department(),
                extension.soundsLike(),
                extension.forwardTo(),
                extension.quiet());
    }
}
