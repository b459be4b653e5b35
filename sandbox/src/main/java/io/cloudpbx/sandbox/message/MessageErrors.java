package io.cloudpbx.sandbox.message;

/** What the codes on a message mean ({@code twilio.md} section 14). */
public final class MessageErrors {
    private MessageErrors() {}

    /** The sentence beside a code, as {@code error_message} has it. */
    public static String text(int code) {
        return switch (code) {
            case 11200 -> "HTTP retrieval failure";
            case 11751 -> "Media exceeds messaging provider size limit";
            case 12300 -> "Invalid Content-Type";
            case 21610 -> "Attempt to send to unsubscribed recipient";
            case 21703 -> "The Messaging Service does not have a phone number available to send a message";
            case 30001 -> "Queue overflow";
            case 30003 -> "Unreachable destination handset";
            case 30004 -> "Message blocked";
            case 30005 -> "Unknown destination handset";
            case 30006 -> "Landline or unreachable carrier";
            case 30007 -> "Message filtered";
            case 30019 -> "Content size exceeds carrier limit";
            case 30032 -> "Toll-free number has not been verified";
            case 30033 -> "A2P 10DLC campaign suspended";
            case 30034 -> "Message from an unregistered number";
            case 30035 -> "Registration of the number is in progress";
            case 30036 -> "Validity period expired";
            default -> "Unknown error";
        };
    }
}
