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
            case 30009 -> "Missing inbound segment";
            case 30010 -> "Message price exceeds max price";
            case 30011 -> "MMS not supported by the receiving phone network in this region";
            case 30017 -> "Carrier network congestion";
            case 30019 -> "Content size exceeds carrier limit";
            case 30022 -> "US A2P 10DLC - Rate Limits Exceeded";
            case 30023 -> "US A2P 10DLC - Daily Message Cap Reached";
            case 30027 -> "US A2P 10DLC - T-Mobile Daily Message Limit Reached";
            case 30032 -> "Toll-free number has not been verified";
            case 30033 -> "A2P 10DLC campaign suspended";
            case 30034 -> "Message from an unregistered number";
            case 30035 -> "Registration of the number is in progress";
            case 30036 -> "Validity period expired";
            case 30410 -> "Provider timeout";
            case 30450 -> "Message delivery blocked";
            case 30610 -> "Message blocked in quiet hours";
            default -> "Unknown error";
        };
    }
}
