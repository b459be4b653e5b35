package io.cloudpbx.telephony;

/** How ringing somebody ended ({@code DialCallStatus}, {@code twilio.md} section 2.2). */
public enum DialOutcome {
    BRIDGED,
    BUSY,
    NO_ANSWER,
    FAILED,
    CANCELED;

    /**
     * An answer without a bridge is a refusal or a stranger's voicemail that never pressed 1, so {@code DialBridged}
     * decides and not the status ({@code twilio.md} A16). An unknown status counts as failed.
     */
    public static DialOutcome reported(String status, boolean bridged) {
        return switch (status) {
            case "completed", "answered" -> bridged ? BRIDGED : NO_ANSWER;
            case "busy" -> BUSY;
            case "no-answer" -> NO_ANSWER;
            case "canceled" -> CANCELED;
            default -> FAILED;
        };
    }
}
