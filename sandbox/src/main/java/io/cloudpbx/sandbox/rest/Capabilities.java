package io.cloudpbx.sandbox.rest;

import java.util.Map;

/** What every number of this carrier can do, in the two spellings of {@code twilio.md} section 12. */
final class Capabilities {
    static final Map<String, Boolean> OWNED = Map.of("voice", true, "sms", true, "mms", true, "fax", false);
    static final Map<String, Boolean> AVAILABLE = Map.of("voice", true, "SMS", true, "MMS", true, "fax", false);

    private Capabilities() {}
}
