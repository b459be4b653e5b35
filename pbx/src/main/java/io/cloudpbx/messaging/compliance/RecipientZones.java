package io.cloudpbx.messaging.compliance;

import io.cloudpbx.messaging.flow.Place;
import io.cloudpbx.telephony.PhoneNumber;
import java.time.ZoneId;
import java.util.Set;

/** Where the holder of a number may be (C18, C19). */
public final class RecipientZones {
    private RecipientZones() {}

    /**
     * By area code alone: every state and zone in which the code is given out. Unknown for toll-free numbers, which are
     * given out everywhere, and for numbers outside the North American plan.
     */
    public static Place of(PhoneNumber number) {
        return AreaCodes.shipped().of(number).map(AreaCodes.Area::place).orElse(Place.UNKNOWN);
    }

    /**
     * By what the person said, which is better evidence than their number.
     *
     * @param state ISO 3166-2 such as {@code US-FL}, or empty when only the zone is known: then the states of the area code
     *     are kept, since they cannot be ruled out
     */
    public static Place stated(PhoneNumber number, String state, ZoneId zone) {
        Set<String> states = state.isEmpty() ? of(number).states() : Set.of(state);
        return new Place(states, Set.of(zone), Place.Evidence.STATED);
    }
}
