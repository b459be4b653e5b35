package io.cloudpbx.numbers;

import static java.util.stream.Collectors.toMap;

import io.cloudpbx.carrier.CarrierFailure;
import io.cloudpbx.carrier.CarrierFailure.Kind;
import io.cloudpbx.carrier.CarrierRegistration;
import io.cloudpbx.carrier.CarrierRegistrations;
import io.cloudpbx.carrier.EmergencyAddress;
import io.cloudpbx.jobs.BackOff;
import io.cloudpbx.jobs.Job;
import io.cloudpbx.jobs.Jobs;
import io.cloudpbx.jobs.Outcome;
import io.cloudpbx.numbers.store.NumberRows;
import io.cloudpbx.telephony.CarrierId;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Asks the carrier how far the registration of our numbers has come (C28), and which have an address for 911 (C35): at the start, daily, when a number has become ours,
 * and when somebody wants to know. Nobody tells us when a review is through.
 */
@Component
class AskRegistrations implements Job {
    private static final Logger LOG = LoggerFactory.getLogger(AskRegistrations.class);

    static final String KIND = "numbers.registrations";
    static final String ALL = "all";

    private static final Duration DAILY = Duration.ofDays(1);

    private final CarrierRegistrations carrier;
    private final NumberRows rows;
    private final NumberStates states;
    private final Jobs jobs;
    private final Clock clock;

    AskRegistrations(CarrierRegistrations carrier, NumberRows rows, NumberStates states, Jobs jobs, Clock clock) {
        this.carrier = carrier;
        this.rows = rows;
        this.states = states;
        this.jobs = jobs;
        this.clock = clock;
    }

    @EventListener(ApplicationReadyEvent.class)
    void atTheStart() {
        jobs.soon(KIND, ALL);
    }

    @EventListener
    void on(NumberChanged changed) {
        rows.find(changed.numberId())
                .filter(number -> number.state() == NumberState.READY && number.registration() == null)
                .ifPresent(number -> jobs.soon(KIND, ALL));
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Outcome run(String key, int attempt) {
        try {
            ask();
            return new Outcome.Again(DAILY);
        } catch (CarrierFailure failure) {
            LOG.warn("The carrier did not say whether our numbers may text", failure);
            // An account that may not look will not be able to in a minute either.
            return new Outcome.Again(
                    failure.kind() == Kind.REFUSED || failure.kind() == Kind.GONE
                            ? DAILY
                            : BackOff.STANDARD.after(attempt, RandomGenerator.getDefault()));
        }
    }

    private void ask() {
        var listed = listed();
        for (OwnNumber number : rows.held()) {
            if (number.carrierId() != null) {
                states.registered(number, registration(number.carrierId(), listed));
            }
        }
        keepAddresses(carrier.emergencyAddresses());
    }

    /** Numbers of ours as the carrier lists them now, which is not kept. @throws CarrierFailure when it does not say */
    List<OwnNumber> asListed(List<OwnNumber> numbers) {
        var listed = listed();
        return numbers.stream()
                .map(number -> number.carrierId() == null
                        ? number
                        : number.registered(registration(number.carrierId(), listed)))
                .toList();
    }

    private Map<CarrierId, CarrierRegistration> listed() {
        return carrier.all().stream()
                .collect(toMap(CarrierRegistration::number, each -> each, AskRegistrations::better));
    }

    private static CarrierRegistration better(CarrierRegistration one, CarrierRegistration other) {
        return one.status().compareTo(other.status()) <= 0 ? one : other;
    }

    private ListedRegistration registration(CarrierId number, Map<CarrierId, CarrierRegistration> listed) {
        var found = listed.get(number);
        return found == null
                ? new ListedRegistration(ListedRegistration.Status.NONE, "", clock.instant())
                : new ListedRegistration(status(found), found.detail(), clock.instant());
    }

    private void keepAddresses(Map<CarrierId, EmergencyAddress> listed) {
        for (OwnNumber number : rows.held()) {
            if (number.carrierId() != null) {
                states.addressed(number, listed.getOrDefault(number.carrierId(), EmergencyAddress.NONE));
            }
        }
    }

    private static ListedRegistration.Status status(CarrierRegistration found) {
        return switch (found.status()) {
            case APPROVED -> ListedRegistration.Status.APPROVED;
            case PENDING -> ListedRegistration.Status.PENDING;
            case REJECTED -> ListedRegistration.Status.REJECTED;
            case SUSPENDED -> ListedRegistration.Status.SUSPENDED;
        };
    }
}
