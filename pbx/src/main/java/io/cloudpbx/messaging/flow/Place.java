package io.cloudpbx.messaging.flow;

import java.time.ZoneId;
import java.util.Set;

/**
 * Where somebody may be (C18, C19): every state and every zone that cannot be ruled out.
 *
 * @param states ISO 3166-2 codes such as {@code US-FL}
 */
public record Place(Set<String> states, Set<ZoneId> zones, Evidence evidence) {
    /** What the place was concluded from, best first. */
    public enum Evidence {
        /** A zone or an address that the person gave. */
        STATED,
        AREA_CODE,
        NONE
    }

    public static final Place UNKNOWN = new Place(Set.of(), Set.of(), Evidence.NONE);

    public Place {
        states = Set.copyOf(states);
        zones = Set.copyOf(zones);
    }

    boolean isKnown() {
        return !zones.isEmpty();
    }
}
