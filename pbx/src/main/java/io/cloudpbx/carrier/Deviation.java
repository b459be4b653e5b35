package io.cloudpbx.carrier;

/**
 * A setting of a number at the carrier that is not as we would set it.
 *
 * @param there empty where nothing is set
 * @param wanted empty where nothing may be set
 */
public record Deviation(Setting setting, String there, String wanted) {
    /** What can be set otherwise, in the order of how much it matters. */
    public enum Setting {
        /** A trunk or an application wins over the addresses below. */
        TRUNK("SIP trunk that takes its calls"),
        VOICE_APPLICATION("Application that takes its calls"),
        VOICE_URL("Address that answers calls"),
        VOICE_METHOD("How that is asked"),
        VOICE_FALLBACK_URL("Address for calls while this server is off"),
        VOICE_FALLBACK_METHOD("How that fallback is asked"),
        STATUS_CALLBACK("Address that is told when a call ends"),
        STATUS_CALLBACK_METHOD("How that address is told"),
        SMS_APPLICATION("Application that takes its texts"),
        /** A messaging service that was not told to leave texts to its numbers' own addresses. */
        TEXT_SERVICE("Messaging service that takes its texts"),
        SMS_URL("Address that takes texts"),
        SMS_METHOD("How that address is asked"),
        SMS_FALLBACK_URL("Address for texts while this server is off"),
        SMS_FALLBACK_METHOD("How that fallback for texts is asked"),
        NAME("Name at the carrier");

        private final String words;

        Setting(String words) {
            this.words = words;
        }

        /** For people who read it. */
        public String words() {
            return words;
        }
    }
}
