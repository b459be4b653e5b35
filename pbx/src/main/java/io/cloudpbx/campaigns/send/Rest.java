package io.cloudpbx.campaigns.send;

import io.cloudpbx.campaigns.ledger.PaceLedger;
import io.cloudpbx.messaging.CarrierErrors;
import io.cloudpbx.telephony.PhoneNumber;
import java.time.Duration;

/** How long a number rests, and why. @param fault whether somebody has to see to it; else it only has to wait */
record Rest(Duration pause, boolean fault, String why) {
    static Rest waiting(Duration pause, int code) {
        return new Rest(pause, false, CarrierErrors.sentence(code));
    }

    static Rest atFault(Duration pause, int code) {
        return new Rest(pause, true, CarrierErrors.sentence(code));
    }

    /** Both at once. */
    Rest and(Rest other) {
        Duration longer = pause.compareTo(other.pause) > 0 ? pause : other.pause;
        return new Rest(
                longer, fault || other.fault, fault == other.fault ? longerOf(other).why : atFaultOf(other).why);
    }

    private Rest longerOf(Rest other) {
        return pause.compareTo(other.pause) < 0 ? other : this;
    }

    private Rest atFaultOf(Rest other) {
        return fault ? this : other;
    }

    void begin(PhoneNumber number, PaceLedger paces) {
        if (fault) {
            paces.stop(number, pause, why);
        } else {
            paces.rest(number, pause, why);
        }
    }
}
