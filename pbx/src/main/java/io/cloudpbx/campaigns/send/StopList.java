package io.cloudpbx.campaigns.send;

import io.cloudpbx.campaigns.Delivery;
import io.cloudpbx.telephony.PhoneNumber;
import java.util.Collection;
import java.util.Set;

/** Who has said STOP, as it is known at this moment. */
interface StopList {
    boolean has(PhoneNumber number);

    /** Those of the numbers that are in it. */
    Set<PhoneNumber> among(Collection<PhoneNumber> numbers);

    /** The carrier knew it before us (C9). @param refused what it would not take for that reason */
    void add(Delivery refused);
}
