package io.cloudpbx.messaging;

import io.cloudpbx.messaging.compliance.RecipientZones;
import io.cloudpbx.telephony.PhoneNumber;
import java.time.ZoneId;
import java.util.List;

/** Where people may be, as far as their number tells (C18, C19). */
public final class Whereabouts {
    private Whereabouts() {}

    /** IANA names of the zones that cannot be ruled out; none when nobody knows. */
    public static List<String> zones(PhoneNumber number) {
        return RecipientZones.of(number).zones().stream()
                .map(ZoneId::getId)
                .sorted()
                .toList();
    }
}
