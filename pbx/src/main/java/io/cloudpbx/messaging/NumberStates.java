package io.cloudpbx.messaging;

import io.cloudpbx.messaging.compliance.RecipientZones;
import io.cloudpbx.telephony.PhoneNumber;
import java.util.Set;

/** In which states the holder of a number may be, for other capabilities with rules of their own. */
public final class NumberStates {
    private NumberStates() {}

    /** ISO 3166-2, by area code; none for toll-free numbers and for those outside the North American plan. */
    public static Set<String> of(PhoneNumber number) {
        return RecipientZones.of(number).states();
    }
}
