package io.cloudpbx.calls.outage;

import io.cloudpbx.callflow.Closure;
import io.cloudpbx.callflow.Plan;
import io.cloudpbx.calls.flow.CallSituation;
import io.cloudpbx.calls.flow.Callee;
import io.cloudpbx.calls.flow.Dialled;
import io.cloudpbx.calls.flow.Listening;
import io.cloudpbx.calls.flow.Rotation;
import io.cloudpbx.calls.flow.Routing;
import io.cloudpbx.calls.flow.Waiting;
import io.cloudpbx.settings.CompanySettings;
import io.cloudpbx.telephony.PhoneNumber;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * All that has to be known to lead a call, as it was when it could last be looked up.
 *
 * @param takenAt when that was
 * @param version of the published plan
 * @param direct whose direct number is which, by extension
 * @param recorded whether conversations with the receptionist are being recorded
 * @param peopleRecorded whether some conversations of people are
 */
public record RoutingSnapshot(
        Instant takenAt,
        int version,
        Plan plan,
        List<Closure> closures,
        CompanySettings company,
        List<Callee> people,
        Map<PhoneNumber, String> direct,
        boolean recorded,
        boolean peopleRecorded) {
    public RoutingSnapshot {
        closures = List.copyOf(closures);
        people = List.copyOf(people);
        direct = Map.copyOf(direct);
    }

    /**
     * A call, as far as it is known without the database.
     *
     * @param from null when the caller is withheld
     * @param to null when the carrier named something that is no number
     * @param taken how many steps it has taken
     * @param comebacks see {@link Routing}
     */
    public record Known(
            @Nullable PhoneNumber from, @Nullable PhoneNumber to, Instant startedAt, int taken, int comebacks) {}

    /** Everybody's turn is as listed, since nobody knows who was rung before, nor who waits, and the receptionist is away. */
    public CallSituation situation(Known call, Instant now) {
        Map<String, Callee> directory =
                people.stream().collect(Collectors.toMap(Callee::ext, Function.identity(), (first, second) -> first));
        var routing = new Routing(
                plan,
                call.from(),
                call.to(),
                call.startedAt(),
                closures,
                Rotation.UNKNOWN,
                call.taken(),
                call.comebacks(),
                company.destinations());
        var lasted = Duration.between(call.startedAt(), now);
        return new CallSituation(
                dialled(call.to(), directory),
                directory,
                Optional.ofNullable(company.operatorExtension()).map(directory::get),
                lasted,
                Listening.AWAY,
                routing,
                Waiting.unseen(lasted));
    }

    /** The carrier asks us about our numbers alone, so one that we do not know is new rather than somebody else's. */
    private Dialled dialled(@Nullable PhoneNumber to, Map<String, Callee> directory) {
        return Optional.ofNullable(to)
                .map(direct::get)
                .map(directory::get)
                .<Dialled>map(Dialled.Direct::new)
                .orElseGet(Dialled.Main::new);
    }

    /** Whether nothing that decides calls has changed. */
    boolean saysTheSameAs(RoutingSnapshot other) {
        return equals(other.at(takenAt));
    }

    RoutingSnapshot at(Instant instant) {
        return new RoutingSnapshot(instant, version, plan, closures, company, people, direct, recorded, peopleRecorded);
    }

    public Optional<Callee> callee(String ext) {
        return people.stream().filter(callee -> callee.ext().equals(ext)).findFirst();
    }
}
