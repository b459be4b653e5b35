package io.cloudpbx.dialing;

import java.util.Set;

/** Why the carrier did not call a number, for people. */
final class CarrierRefusal {
    /** As an order, and in a document. */
    private static final Set<Integer> COUNTRY = Set.of(21215, 13227);

    private CarrierRefusal() {}

    static boolean isOfCountry(int code) {
        return COUNTRY.contains(code);
    }

    static String words(int code) {
        return isOfCountry(code)
                ? "The carrier does not call that country for your account (%d). An admin can allow it in its console, at Voice, Settings, Geo permissions."
                        .formatted(code)
                : "The carrier refused the call (%d).".formatted(code);
    }
}
