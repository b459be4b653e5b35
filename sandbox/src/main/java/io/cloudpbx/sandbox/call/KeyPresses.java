package io.cloudpbx.sandbox.call;

import io.cloudpbx.sandbox.twiml.Verb;
import java.time.Duration;

/** Presses keys towards a leg's far side: {@code <Play digits>} and {@code sendDigits}. */
final class KeyPresses {
    private static final Duration TONE_AND_GAP = Duration.ofMillis(200);
    private static final Duration SHORT_WAIT = Duration.ofMillis(500);
    private static final Duration LONG_WAIT = Duration.ofSeconds(1);

    private KeyPresses() {}

    static Next press(Leg leg, Verb.PressKeys keys) {
        for (int i = 0; i < keys.loop(); i++) {
            press(leg, keys.digits());
        }
        return new Next.Onward();
    }

    static void press(Leg leg, String digits) {
        for (char key : digits.toCharArray()) {
            switch (key) {
                case 'w' -> leg.pause(SHORT_WAIT);
                case 'W' -> leg.pause(LONG_WAIT);
                default -> {
                    leg.press(key);
                    leg.pause(TONE_AND_GAP);
                }
            }
        }
    }
}
