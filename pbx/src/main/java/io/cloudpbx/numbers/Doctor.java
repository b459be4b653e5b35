package io.cloudpbx.numbers;

import io.cloudpbx.carrier.Carrier;
import io.cloudpbx.carrier.CarrierFailure;
import io.cloudpbx.carrier.CarrierFailure.Kind;
import io.cloudpbx.carrier.CarrierNumber;
import io.cloudpbx.carrier.CarrierPermissions;
import io.cloudpbx.carrier.CarrierTextServices;
import io.cloudpbx.carrier.Deviation;
import io.cloudpbx.numbers.flow.Examination;
import io.cloudpbx.numbers.flow.ExaminedNumber;
import io.cloudpbx.numbers.flow.Standing;
import io.cloudpbx.numbers.store.NumberRows;
import io.cloudpbx.problems.Problem;
import io.cloudpbx.settings.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.springframework.stereotype.Service;

/**
 * Lays our numbers beside what the carrier says of them, and sets right what is otherwise. Asks the carrier: not to be called inside a
 * transaction. Each repair may be asked for again, and what is right is left alone.
 */
@Service
public class Doctor {
    private final Carrier carrier;
    private final CarrierTextServices services;
    private final CarrierPermissions permissions;
    private final AskRegistrations registrations;
    private final NumberRows rows;
    private final Numbers numbers;
    private final Settings settings;

    Doctor(
            Carrier carrier,
            CarrierTextServices services,
            CarrierPermissions permissions,
            AskRegistrations registrations,
            NumberRows rows,
            Numbers numbers,
            Settings settings) {
        this.carrier = carrier;
        this.services = services;
        this.permissions = permissions;
        this.registrations = registrations;
        this.rows = rows;
        this.numbers = numbers;
        this.settings = settings;
    }

    /** @throws Problem {@code carrier_unavailable} or {@code carrier_refused} */
    public Examination examine() {
        return asking(() -> examined(ours()));
    }

    /** The same, with what the carrier says now of our registrations. */
    public Examination examineAll() {
        return asking(() -> examined(registrations.asListed(ours())));
    }

    private Examination examined(List<OwnNumber> numbers) {
        var numbersAlone = Examination.of(numbers, carrier.owned(), services.takingTexts());
        Set<String> countries = settings.current().destinations().countries();
        return permissions
                .callableCountries()
                .map(theirs -> numbersAlone.withCountries(countries, theirs))
                .orElse(numbersAlone);
    }

    /** A main number that never became ours is one that callers miss. */
    private List<OwnNumber> ours() {
        var ours = new ArrayList<>(rows.held());
        rows.main()
                .filter(main -> ours.stream().noneMatch(number -> number.id().equals(main.id())))
                .ifPresent(ours::addFirst);
        return ours;
    }

    /**
     * What was repaired of a number.
     *
     * @param before what stood at the carrier
     */
    public record Repair(OwnNumber number, List<Deviation> before) {}

    /**
     * Sets one number right.
     *
     * @param done told of each repair at once, as the next may fail
     * @throws Problem {@code number_not_found}; {@code number_gone} when the carrier does not have it; and as above
     */
    public void repair(UUID id, Consumer<Repair> done) {
        var examined = examine().numbers().stream()
                .filter(each -> each.number().id().equals(id))
                .findFirst()
                .orElseThrow(() -> Problem.notFound("number_not_found", "There is no such number."));
        if (examined.standing() == Standing.GONE) {
            throw Problem.conflict(
                    "number_gone",
                    "The carrier does not have this number in your account, so nothing can be set there.");
        }
        demanding(() -> setRight(examined, done));
    }

    /**
     * Sets right whatever can be; what the carrier does not have any more is left as it is, and one that it refuses to set keeps no other
     * from being set.
     *
     * @param done as above
     * @throws Problem as above, of the first that was refused
     */
    public void repairAll(Consumer<Repair> done) {
        List<CarrierFailure> refused = new ArrayList<>();
        var examination = examine();
        demanding(() -> {
            for (ExaminedNumber examined : examination.numbers()) {
                try {
                    setRight(examined, done);
                } catch (CarrierFailure failure) {
                    if (failure.kind() != Kind.REFUSED && failure.kind() != Kind.GONE) {
                        throw failure;
                    }
                    refused.add(failure);
                }
            }
            if (!refused.isEmpty()) {
                throw refused.getFirst();
            }
        });
    }

    private void setRight(ExaminedNumber examined, Consumer<Repair> done) {
        CarrierNumber there = examined.there();
        if (examined.standing() != Standing.CHANGED || there == null) {
            return;
        }
        if (!examined.own().isEmpty()) {
            carrier.configure(there.id(), examined.number().carrierLabel());
            done.accept(new Repair(examined.number(), examined.own()));
        }
        if (examined.service() != null) {
            services.leaveTextsToNumbers(examined.service().id());
            done.accept(new Repair(examined.number(), examined.ofService()));
        }
        if (examined.number().state() == NumberState.FAILED) {
            numbers.check(examined.number().id());
        }
    }

    private static void demanding(Runnable act) {
        asking(() -> {
            act.run();
            return true;
        });
    }

    private static <T> T asking(Supplier<T> question) {
        try {
            return question.get();
        } catch (CarrierFailure failure) {
            throw failure.kind() == Kind.REFUSED
                    ? Problem.of(502, "carrier_refused", "The carrier refused: " + failure.getMessage() + ".")
                    : Problem.of(
                            502,
                            "carrier_unavailable",
                            "The carrier can't be asked right now. Asking again does no harm.");
        }
    }
}
