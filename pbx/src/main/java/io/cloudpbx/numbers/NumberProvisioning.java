package io.cloudpbx.numbers;

import io.cloudpbx.carrier.AvailableNumber;
import io.cloudpbx.carrier.Carrier;
import io.cloudpbx.carrier.CarrierFailure;
import io.cloudpbx.carrier.CarrierFailure.Kind;
import io.cloudpbx.carrier.CarrierNumber;
import io.cloudpbx.jobs.Job;
import io.cloudpbx.jobs.Outcome;
import io.cloudpbx.numbers.OwnNumber.Purpose;
import io.cloudpbx.numbers.store.NumberRows;
import io.cloudpbx.telephony.CarrierId;
import io.cloudpbx.telephony.PhoneNumber;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/**
 * Takes a number from wish to ready, or to released. May be killed at any instant: before buying, the candidate is written down,
 * and before buying again we look whether it is ours, so that nothing is ever bought and forgotten.
 */
@Component
class NumberProvisioning implements Job {
    static final String KIND = "numbers.provision";

    private static final Duration SOON = Duration.ofSeconds(2);

    /** A release that is refused needs somebody's hand at the carrier, so it is not asked for often. */
    private static final Duration LATER = Duration.ofMinutes(30);

    private final NumberRows rows;
    private final NumberStates states;
    private final Carrier carrier;

    NumberProvisioning(NumberRows rows, NumberStates states, Carrier carrier) {
        this.rows = rows;
        this.states = states;
        this.carrier = carrier;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Outcome run(String key, int attempt) {
        UUID id = UUID.fromString(key);
        for (var number = rows.find(id); isUnderWay(number); number = rows.find(id)) {
            try {
                advance(number.orElseThrow());
            } catch (CarrierFailure failure) {
                if (failure.kind() != Kind.REFUSED) {
                    return new Outcome.Again(SOON.multipliedBy(Math.min(attempt + 1, 30)));
                }
                if (!refused(number.orElseThrow(), failure)) {
                    return new Outcome.Again(LATER);
                }
            }
        }
        return new Outcome.Done();
    }

    private static boolean isUnderWay(Optional<OwnNumber> number) {
        return number.filter(found -> found.state().isUnderWay()).isPresent();
    }

    private void advance(OwnNumber number) {
        switch (number.state()) {
            case SEARCHING -> search(number);
            case BUYING -> buy(number, heldNumber(number));
            case CHECKING -> check(number, carrierId(number));
            case RELEASING -> release(number);
            case READY, FAILED, RELEASED -> throw new IllegalStateException("Nothing to do in " + number.state());
        }
    }

    private void search(OwnNumber number) {
        boolean held = offers(number).stream()
                .map(AvailableNumber::number)
                .filter(candidate -> !number.tried().contains(candidate))
                .anyMatch(candidate -> isHeld(number, candidate));
        if (!held && stillIn(number, NumberState.SEARCHING)) {
            states.failed(number.id(), "no_numbers_available", noneLeft(number));
        }
    }

    private boolean isHeld(OwnNumber number, PhoneNumber candidate) {
        try {
            return states.hold(number.id(), candidate);
        } catch (DuplicateKeyException heldByAnother) {
            return false;
        }
    }

    private List<AvailableNumber> offers(OwnNumber number) {
        return number.areaCode() == null ? carrier.localNumbersAnywhere() : carrier.localNumbers(number.areaCode());
    }

    private boolean stillIn(OwnNumber number, NumberState state) {
        return rows.find(number.id()).filter(now -> now.state() == state).isPresent();
    }

    private static String noneLeft(OwnNumber number) {
        return number.areaCode() == null
                ? "The carrier has no local numbers to sell right now."
                : "The carrier has no numbers left in area code " + number.areaCode() + ".";
    }

    private void buy(OwnNumber number, PhoneNumber candidate) {
        var ours = carrier.owned(candidate);
        if (ours.isPresent() && mayAdopt(number, ours.get())) {
            states.bought(number.id(), ours.get().id());
        } else if (ours.isPresent()) {
            states.letGo(number.id(), candidate);
        } else {
            buyNow(number, candidate);
        }
    }

    /** A number found in our account is this wish's own purchase, or the main number that the owner named. */
    private static boolean mayAdopt(OwnNumber number, CarrierNumber ours) {
        return number.purpose() == Purpose.MAIN || ours.label().equals(number.purchaseLabel());
    }

    private void buyNow(OwnNumber number, PhoneNumber candidate) {
        try {
            states.bought(
                    number.id(), carrier.buy(candidate, number.purchaseLabel()).id());
        } catch (CarrierFailure failure) {
            if (failure.kind() != Kind.GONE) {
                throw failure;
            }
            gone(number, candidate);
        }
    }

    private void gone(OwnNumber number, PhoneNumber candidate) {
        switch (number.purpose()) {
            case EXTENSION, COMPANY -> states.letGo(number.id(), candidate);
            case MAIN ->
                states.failed(
                        number.id(),
                        "main_number_not_ours",
                        candidate.display() + " is not in the carrier account, and it is not for sale.");
        }
    }

    private void check(OwnNumber number, CarrierId bought) {
        try {
            var there = carrier.owned(heldNumber(number));
            CarrierNumber set = there.filter(found -> number.deviations(found).isEmpty())
                    .orElseGet(() ->
                            carrier.configure(there.map(CarrierNumber::id).orElse(bought), number.carrierLabel()));
            checked(number, set);
        } catch (CarrierFailure failure) {
            if (failure.kind() != Kind.GONE) {
                throw failure;
            }
            states.failed(
                    number.id(),
                    "number_gone",
                    "The carrier does not have this number in our account any more, so nobody reaches us by it.");
        }
    }

    private void checked(OwnNumber number, CarrierNumber set) {
        if (set.pointsAtUs()) {
            states.ready(number.id(), set);
        } else {
            states.failed(
                    number.id(),
                    "webhooks_not_kept",
                    "The carrier does not keep the webhook addresses we set, so calls may not reach us.");
        }
    }

    private void release(OwnNumber number) {
        if (number.carrierId() != null) {
            carrier.release(number.carrierId());
        } else if (number.number() != null) {
            carrier.owned(number.number())
                    .filter(ours -> ours.label().equals(number.purchaseLabel()))
                    .ifPresent(ours -> carrier.release(ours.id()));
        }
        states.released(number.id());
    }

    /** False when that ends nothing: a number we no longer want is ours until the carrier takes it back. */
    private boolean refused(OwnNumber number, CarrierFailure failure) {
        return states.failed(number.id(), "carrier_refused", "The carrier refused: " + failure.getMessage());
    }

    private static PhoneNumber heldNumber(OwnNumber number) {
        return Objects.requireNonNull(number.number());
    }

    private static CarrierId carrierId(OwnNumber number) {
        return Objects.requireNonNull(number.carrierId());
    }
}
