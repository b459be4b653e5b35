package io.cloudpbx.calls.hands;

import io.cloudpbx.calls.CallChanged;
import io.cloudpbx.calls.Leading;
import io.cloudpbx.calls.StepTaken;
import io.cloudpbx.calls.StepTaken.Kind;
import io.cloudpbx.calls.flow.CallStep;
import io.cloudpbx.calls.flow.Handling;
import io.cloudpbx.calls.flow.Handling.Holder;
import io.cloudpbx.calls.flow.Handling.Parked;
import io.cloudpbx.calls.flow.Handling.Stage;
import io.cloudpbx.calls.store.CallRows;
import io.cloudpbx.calls.store.HandlingRows;
import io.cloudpbx.calls.store.HandlingRows.Row;
import io.cloudpbx.calls.store.LegRows;
import io.cloudpbx.calls.store.ParkingSettingsRow;
import io.cloudpbx.calls.store.StepRows;
import io.cloudpbx.extensions.Extension;
import io.cloudpbx.extensions.Extensions;
import io.cloudpbx.jobs.Jobs;
import io.cloudpbx.telephony.CarrierId;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps what is done with a call in step with who is where. Most of it is called within the transaction that leads the call. */
@Component
public class Handlings {
    /** The carrier ends a conversation by itself when somebody leaves it; this is for when it does not. */
    private static final Duration CARRIER_IS_FIRST = Duration.ofSeconds(2);

    private final CallRows calls;
    private final HandlingRows rows;
    private final LegRows legs;
    private final StepRows steps;
    private final ParkingSettingsRow parking;
    private final Extensions extensions;
    private final Jobs jobs;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Handlings(
            CallRows calls,
            HandlingRows rows,
            LegRows legs,
            StepRows steps,
            ParkingSettingsRow parking,
            Extensions extensions,
            Jobs jobs,
            Clock clock,
            ApplicationEventPublisher events) {
        this.calls = calls;
        this.rows = rows;
        this.legs = legs;
        this.steps = steps;
        this.parking = parking;
        this.extensions = extensions;
        this.jobs = jobs;
        this.clock = clock;
        this.events = events;
    }

    public Optional<Handling> of(UUID call) {
        return rows.of(call).flatMap(row -> extensions.find(row.extensionId()).map(person -> handling(row, person)));
    }

    private Handling handling(Row row, Extension person) {
        return new Handling(
                row.stage(),
                new Holder(person.id(), person.ext(), person.name()),
                row.apart(),
                legs.isOver(row.leg()),
                name(row.colleagueId()),
                Duration.between(row.since(), clock.instant()),
                row.slot() == null
                        ? null
                        : new Parked(row.slot(), parking.read().longest()));
    }

    String name(@Nullable UUID extension) {
        return Optional.ofNullable(extension)
                .flatMap(extensions::find)
                .map(Extension::name)
                .orElse("");
    }

    /** A line of the call's story, written once for what it is told of. */
    void tell(UUID call, String about, String text, String reason) {
        steps.append(call, about, new StepTaken(clock.instant(), Kind.HELD, text, reason), "");
        events.publishEvent(new CallChanged(call));
    }

    /** The caller goes there now. Where that is nowhere that somebody has put them, whoever had them is let go. */
    public void went(UUID call, CallStep step) {
        switch (step) {
            case CallStep.Hold hold -> rows.parted(call, clock.instant());
            case CallStep.Park park -> rows.parted(call, clock.instant());
            case CallStep.Rejoin rejoin -> rows.parted(call, clock.instant());
            case CallStep.LeadOn on -> {}
            default -> rows.of(call).ifPresent(this::letGo);
        }
    }

    /** The caller has hung up. Two who talk with them talk on. */
    public void over(UUID call) {
        rows.of(call).filter(row -> row.stage() != Stage.ALL).ifPresent(this::letGo);
    }

    /** All who talk are let go, also those who would talk on without the caller. */
    @Transactional
    public void everybodyOut(UUID call) {
        rows.of(call).ifPresent(this::letGo);
    }

    private void letGo(Row row) {
        rows.end(row.call());
        led(row).filter(leg -> !legs.isOver(leg)).forEach(leg -> jobs.soon(LetGo.KIND, Leading.key(row.call(), leg)));
    }

    /** Whoever talks with a colleague asks what comes next by themselves, when the colleague is let go. */
    private static Stream<CarrierId> led(Row row) {
        if (row.colleagueLeg() == null) {
            return Stream.of(row.leg());
        }
        return row.stage() == Stage.ALL ? Stream.of(row.leg(), row.colleagueLeg()) : Stream.of(row.colleagueLeg());
    }

    /** A phone is not on the line any more. */
    public void hungUp(CarrierId leg) {
        rows.by(leg)
                .flatMap(found -> calls.lock(found.call()))
                .ifPresent(call -> rows.by(leg).ifPresent(row -> {
                    if (row.stage() == Stage.ALL) {
                        leftTwo(row, leg, call.isLive());
                    } else if (row.leg().equals(leg)) {
                        broughtBack(row);
                    }
                }));
    }

    /** One of the three has hung up, and the others talk on. */
    private void leftTwo(Row row, CarrierId leg, boolean live) {
        CarrierId colleague = Objects.requireNonNull(row.colleagueLeg());
        boolean holder = row.leg().equals(leg);
        if (!live) {
            rows.end(row.call());
            jobs.soon(LetGo.KIND, Leading.key(row.call(), holder ? colleague : row.leg()));
            return;
        }
        Row rest = holder ? row.passedOn(clock.instant()) : row.at(Stage.TOGETHER, clock.instant());
        rows.save(rest);
        String stays = name(rest.extensionId());
        String left = name(holder ? row.extensionId() : row.colleagueId());
        calls.answered(row.call(), rest.extensionId(), "Talking to " + stays, clock.instant());
        tell(row.call(), "left/" + leg.value(), "Talking to " + stays, left + " hung up");
        if (legs.isOver(rest.leg())) {
            broughtBack(rest);
        }
    }

    private void broughtBack(Row row) {
        boolean talk = row.stage() == Stage.TOGETHER;
        jobs.schedule(
                BringBack.KIND, row.call().toString(), talk ? clock.instant().plus(CARRIER_IS_FIRST) : clock.instant());
    }
}
