package io.cloudpbx.campaigns.send;

import java.time.Duration;

/** How long a number rests. @param because what somebody has to see to; empty where it only has to wait */
record Rest(Duration pause, String because) {
    /** Both at once. */
    Rest and(Rest other) {
        return new Rest(
                pause.compareTo(other.pause) > 0 ? pause : other.pause, because.isEmpty() ? other.because : because);
    }
}
