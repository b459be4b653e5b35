package io.cloudpbx.sandbox.call;

import java.util.Locale;

/** Whose voice is heard, by the names that a transcript uses. */
enum Speaker {
    CALLER,
    BUSINESS,
    HANDSET,
    CARRIER;

    String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
