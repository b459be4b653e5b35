package io.cloudpbx.carrier;

import io.cloudpbx.telephony.CarrierId;
import java.util.Map;

/** The messaging services of our account, over the carrier's REST API, each request sent exactly once. */
public interface CarrierTextServices {
    /** A messaging service. */
    record TextService(CarrierId id, String name) {}

    /**
     * Which services take the texts that come to their numbers, whatever the numbers themselves are set to; by number.
     *
     * @throws CarrierFailure when any part of it could not be had
     */
    Map<CarrierId, TextService> takingTexts();

    /**
     * Has a service leave texts to what its numbers are set to; all its numbers. Asked again, it changes nothing.
     *
     * @throws CarrierFailure as above
     */
    void leaveTextsToNumbers(CarrierId service);
}
