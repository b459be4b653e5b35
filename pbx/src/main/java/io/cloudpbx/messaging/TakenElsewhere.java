package io.cloudpbx.messaging;

import io.cloudpbx.carrier.CarrierText;
import io.cloudpbx.telephony.CarrierId;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** Texts that are kept elsewhere than in conversations, in a database that was restored (R26). */
public interface TakenElsewhere {
    /** Those of the carrier's texts that are known there. */
    Set<CarrierId> known(Collection<CarrierId> texts);

    /**
     * Looks whether the carrier has these texts of somebody who waits for them. Whoever has one is sent none. Joins the caller's
     * transaction.
     *
     * @param texts of one number of ours, oldest first, that nobody knows
     * @return those that somebody waited for
     */
    Set<CarrierId> take(List<CarrierText> texts);

    /** Counts texts of our numbers that nobody here knows for what these numbers may send. Joins the caller's transaction. */
    void count(List<CarrierText> strangers);
}
