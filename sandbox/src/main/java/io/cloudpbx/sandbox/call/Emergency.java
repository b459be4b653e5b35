package io.cloudpbx.sandbox.call;

import io.cloudpbx.sandbox.twiml.Verb;
import java.util.Set;

/**
 * 911 and its like, and 988 ({@code twilio.md} section 19.4, A26). They never leave the sandbox: somebody who says so answers.
 * 933 reads back the address that is registered for the caller's number.
 */
public final class Emergency {
    private static final Set<String> NUMBERS = Set.of("911", "933", "112", "988");

    private Emergency() {}

    public static boolean isNumber(String number) {
        return NUMBERS.contains(number);
    }

    static void answer(Leg leg) {
        String called = leg.call().to();
        String words = called.equals("933")
                ? "This is the test line for emergency calls of a sandbox. " + registered(leg)
                : "This is a sandbox. You have called %s, but nobody is coming. In an emergency use a real telephone."
                        .formatted(String.join(" ", called.split("")));
        leg.answer();
        new PromptPlayer(leg).play(new Verb.Say(words, "man", "en-US", 1), () -> false);
    }

    private static String registered(Leg leg) {
        String caller = String.join(" ", leg.call().from().replace("+", "").split(""));
        return leg.equipment()
                .state()
                .addresses()
                .registeredFor(leg.call().from(), leg.equipment().clock().instant())
                .map(address -> "The emergency address of %s is: %s, %s."
                        .formatted(
                                caller, address.customerName(), address.place().inWords()))
                .orElseGet(() -> "No emergency address is registered for %s.".formatted(caller));
    }
}
