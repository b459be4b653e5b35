package io.cloudpbx.campaigns.send;

import io.cloudpbx.telephony.PhoneNumber;

/** What the carrier's news teach about our numbers: whether it takes their texts at all (C28). */
interface Lessons {
    /** Whether any number is known to be one whose texts are not taken; if none is, nobody need ask whose text arrived. */
    boolean anyIsRefused();

    void arrived(PhoneNumber sender);

    void failed(PhoneNumber sender, int code);
}
