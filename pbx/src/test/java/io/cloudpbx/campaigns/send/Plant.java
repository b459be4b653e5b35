package io.cloudpbx.campaigns.send;

import io.cloudpbx.campaigns.ledger.DeliveryLedger.Leaving;
import java.time.Duration;

/**
 * A mistake that is made on purpose, in a world of its own: the simulation must find it, or its promises hold because nobody looks.
 */
enum Plant {
    /** The world as it is. */
    NONE(Promise.COMES_TO_REST),
    /** Whoever claimed a delivery once writes its attempt down, though somebody else has claimed it since. */
    FORGETS_LEASES(Promise.LEASE_GUARDS),
    /** At least once becomes again and again: that it was tried and not found before is forgotten. */
    NEVER_STOPS(Promise.NEVER_TWICE),
    /** A node takes time of a number by its own clock. */
    OWN_CLOCK(Promise.KEEPS_PACE);

    private final Promise broken;

    Plant(Promise broken) {
        this.broken = broken;
    }

    /** What it breaks. */
    Promise broken() {
        return broken;
    }

    /** What goes wrong besides in its worlds: leases are lost where nodes stand still and die in the midst of things. */
    Trouble amid(Trouble usual) {
        return this == FORGETS_LEASES ? new Trouble(0.1, 0.2, 0, usual.carrier(), usual.lost(), Duration.ZERO) : usual;
    }

    /** Whether a claim is taken for the one that holds. */
    boolean takesForCurrent(Leaving leaving, int lease) {
        return this == FORGETS_LEASES || leaving.delivery().lease() == lease;
    }

    /** Whether an attempt is taken for the first that may have reached the carrier. */
    boolean takesForFirst(boolean isFirst) {
        return this == NEVER_STOPS || isFirst;
    }
}
