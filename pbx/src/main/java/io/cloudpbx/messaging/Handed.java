package io.cloudpbx.messaging;

import io.cloudpbx.carrier.CarrierFailure;
import io.cloudpbx.carrier.CarrierText;

/** What came of asking the carrier to send a text. */
public sealed interface Handed {
    record Accepted(CarrierText text) implements Handed {}

    record Failed(CarrierFailure failure) implements Handed {}

    /** It was not asked. */
    record TooLate() implements Handed {}
}
