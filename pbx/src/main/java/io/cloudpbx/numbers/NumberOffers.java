package io.cloudpbx.numbers;

import io.cloudpbx.carrier.AvailableNumber;
import io.cloudpbx.carrier.Carrier;
import io.cloudpbx.carrier.CarrierFailure;
import io.cloudpbx.carrier.CarrierFailure.Kind;
import io.cloudpbx.problems.Problem;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What is for sale. Asks the carrier: not to be called inside a transaction. */
@Component
public class NumberOffers {
    private static final int MOST_OFFERS = 5;

    private final Carrier carrier;

    NumberOffers(Carrier carrier) {
        this.carrier = carrier;
    }

    /**
     * Makes sure that something is for sale there before anything is promised.
     *
     * @throws Problem {@code no_numbers_in_area_code}, naming under {@code available} where something is, or {@code carrier_unavailable}
     */
    public void require(String areaCode) {
        try {
            if (carrier.localNumbers(areaCode).isEmpty()) {
                throw Problem.conflict(
                                "no_numbers_in_area_code",
                                "areaCode",
                                "There are no numbers to be had in area code " + areaCode + ".")
                        .with("available", around(areaCode));
            }
        } catch (CarrierFailure unreachable) {
            throw Problem.of(
                    502,
                    "carrier_unavailable",
                    "The carrier can't be asked for numbers right now. Nothing was made; try again.");
        }
    }

    private List<NumberOffer> around(String areaCode) {
        List<AvailableNumber> near = near(areaCode);
        return (near.isEmpty() ? carrier.localNumbersAnywhere() : near)
                .stream()
                        .map(NumberOffer::of)
                        .collect(Collectors.toMap(
                                NumberOffer::areaCode, offer -> offer, (first, second) -> first, LinkedHashMap::new))
                        .values()
                        .stream()
                        .limit(MOST_OFFERS)
                        .toList();
    }

    /** The carrier refuses to look around an area code that does not exist; nothing is near it. */
    private List<AvailableNumber> near(String areaCode) {
        try {
            return carrier.localNumbersNear(areaCode);
        } catch (CarrierFailure failure) {
            if (failure.kind() == Kind.REFUSED) {
                return List.of();
            }
            throw failure;
        }
    }
}
