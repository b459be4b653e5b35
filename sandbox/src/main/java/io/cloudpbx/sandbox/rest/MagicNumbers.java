package io.cloudpbx.sandbox.rest;

import java.util.Map;

/**
 * Numbers that always end the same way, which Twilio has for its test credentials and we for every account
 * ({@code twilio.md} 19.5, E9).
 */
final class MagicNumbers {
    /** May call and be bought without further ado. */
    static final String GOOD = "+15005550006";

    private static final String PREFIX = "+1500555";

    private static final Map<String, Refusal> CALLS_FROM =
            Map.of("0001", new Refusal(21212, "The 'From' number %s is not a valid phone number"));
    private static final Map<String, Refusal> CALLS_TO = Map.of(
            "0001", new Refusal(21217, "Phone number %s does not appear to be valid"),
            "0002", new Refusal(21214, "'To' phone number %s cannot be reached"),
            "0003", new Refusal(21215, "Account not authorized to call %s: geographic permission configuration"),
            "0004", new Refusal(21216, "Account not allowed to call %s"));
    private static final Map<String, Refusal> TEXTS_FROM = Map.of(
            "0001",
                    new Refusal(
                            21212,
                            "The 'From' number %s is not a valid phone number, shortcode, or alphanumeric sender ID"),
            "0007",
                    new Refusal(
                            21606,
                            "The 'From' phone number provided (%s) is not a valid message-capable Twilio phone number for this destination"),
            "0008", new Refusal(21611, "This 'From' number has exceeded the maximum number of queued messages: %s"));
    private static final Map<String, Refusal> TEXTS_TO = Map.of(
            "0001", new Refusal(21211, "The 'To' number %s is not a valid phone number"),
            "0002", new Refusal(21612, "The 'To' phone number %s is not currently reachable"),
            "0003", new Refusal(21408, "Permission to send an SMS has not been enabled for the region of %s"),
            "0004", new Refusal(21610, "Attempt to send to unsubscribed recipient %s"),
            "0009", new Refusal(21614, "'To' number is not a valid mobile number: %s"));
    private static final Map<String, Refusal> PURCHASE = Map.of(
            "0000", new Refusal(21422, "%s is not available"),
            "0001", new Refusal(21421, "%s is not a valid number"));

    private MagicNumbers() {}

    private record Refusal(int code, String message) {}

    static boolean isMagic(String e164) {
        return e164.startsWith(PREFIX) && e164.length() == 12;
    }

    static void refuseCaller(String from) {
        refuse(CALLS_FROM, from);
    }

    static void refuseCalled(String to) {
        refuse(CALLS_TO, to);
    }

    static void refuseSender(String from) {
        refuse(TEXTS_FROM, from);
    }

    static void refuseReceiver(String to) {
        refuse(TEXTS_TO, to);
    }

    static void refusePurchase(String number) {
        refuse(PURCHASE, number);
    }

    private static void refuse(Map<String, Refusal> refusals, String number) {
        if (isMagic(number)) {
            Refusal refusal = refusals.get(number.substring(PREFIX.length()));
            if (refusal != null) {
                throw ApiError.invalid(refusal.code(), refusal.message().formatted(number));
            }
        }
    }
}
