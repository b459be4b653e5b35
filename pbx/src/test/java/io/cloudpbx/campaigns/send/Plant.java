package io.cloudpbx.campaigns.send;

import io.cloudpbx.campaigns.Delivery.State;
import io.cloudpbx.campaigns.ledger.DeliveryLedger.Leaving;
import io.cloudpbx.messaging.BulkGate;
import io.cloudpbx.messaging.flow.Place;
import io.cloudpbx.messaging.flow.Recipient;
import io.cloudpbx.messaging.flow.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collections;
import java.util.Comparator;
import java.util.Set;

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
    OWN_CLOCK(Promise.KEEPS_PACE),
    /** Whoever leaves is not looked for among those who have said STOP since the gate looked. */
    HEARS_NO_STOP(Promise.STOP_IS_HEARD),
    /** The gate knows of one zone only where people may be in two. */
    FORGETS_ZONES(Promise.DECENT_HOURS),
    /** What the gate judged is believed for ever. */
    BELIEVES_OLD_VERDICTS(Promise.GATE_LOOKS),
    /** That somebody takes their consent back comes to nobody's notice. */
    FORGETS_WITHDRAWALS(Promise.CONSENT_LIVES),
    /** What another campaign texts the same person at the same moment is not counted when an attempt is written down. */
    COUNTS_TOO_EARLY(Promise.CAP_HOLDS),
    /** What has left is not counted as spent. */
    FORGETS_MONEY(Promise.MONEY_REACHES),
    /** Who was told once how to opt out is taken to know it for ever. */
    REMEMBERS_FOR_EVER(Promise.OPT_OUT_IS_TOLD),
    /** Who had any text of a campaign is taken for told. */
    TELLS_BY_SILENCE(Promise.OPT_OUT_IS_TOLD),
    /** A number's day is counted in texts, however long they are. */
    COUNTS_TEXTS(Promise.DAY_HOLDS),
    /** What is not found is called failed, as if the carrier had said so. */
    CALLS_DOUBTS_FAILED(Promise.DOUBTS_ARE_LISTED);

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

    /** What is asked instead of the gate. */
    BulkGate verdictsOf(BulkGate gate) {
        return this == BELIEVES_OLD_VERDICTS ? new OldVerdicts(gate) : gate;
    }

    /** Where the gate takes somebody to be. */
    Recipient takesForTheirs(Recipient to) {
        if (this != FORGETS_ZONES) {
            return to;
        }
        Place place = to.place();
        Set<ZoneId> first = Set.of(Collections.min(place.zones(), Comparator.comparing(ZoneId::getId)));
        return new Recipient(to.address(), to.kind(), to.country(), new Place(place.states(), first, place.evidence()));
    }

    /** The time whose consents the gate takes for those of now. */
    Instant agreedBy(Instant now) {
        return this == FORGETS_WITHDRAWALS ? Instant.MIN : now;
    }

    /** How many marketing texts whoever leaves may have. */
    int mostADay(Leaving leaving) {
        return this == COUNTS_TOO_EARLY ? Verdict.Send.UNLIMITED : leaving.mostADay();
    }

    /** Since when who was told is taken to know it. */
    Instant toldSince(Instant since) {
        return this == REMEMBERS_FOR_EVER ? Instant.MIN : since;
    }

    boolean takesForTelling(boolean tells) {
        return this == TELLS_BY_SILENCE || tells;
    }

    /** What is counted of the day of a number, for a text of so many segments. */
    int counts(int segments) {
        return this == COUNTS_TEXTS ? 1 : segments;
    }

    /** How a delivery stands that was not found. */
    State notFound() {
        return this == CALLS_DOUBTS_FAILED ? State.FAILED : State.NOT_CONFIRMED;
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
