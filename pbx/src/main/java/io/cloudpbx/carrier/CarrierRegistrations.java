package io.cloudpbx.carrier;

import io.cloudpbx.telephony.CarrierId;
import java.util.List;
import java.util.Map;

/** What the carrier lists of registrations, over its REST API, each request sent exactly once. */
public interface CarrierRegistrations {
    /**
     * Of all our numbers, as far as there is any: a number that is left out has none that the carrier lists.
     *
     * @throws CarrierFailure when any part of it could not be had; half an answer would read as if the rest had none
     */
    List<CarrierRegistration> all();

    /**
     * Of all numbers of the account.
     *
     * @throws CarrierFailure as above
     */
    Map<CarrierId, EmergencyAddress> emergencyAddresses();
}
