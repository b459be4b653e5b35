package io.cloudpbx.numbers;

import io.cloudpbx.carrier.AvailableNumber;

/** An area code in which numbers are to be had. */
public record NumberOffer(String areaCode, String locality, String region) {
    static NumberOffer of(AvailableNumber available) {
        return new NumberOffer(available.number().e164().substring(2, 5), available.locality(), available.region());
    }
}
