package io.cloudpbx.sandbox.call;

import io.cloudpbx.sandbox.state.Call.Status;
import io.cloudpbx.sandbox.state.CallerIds;
import io.cloudpbx.sandbox.twiml.Verb;
import java.time.Duration;
import java.util.Deque;
import java.util.function.BooleanSupplier;

/** Asks whoever answers a number for the code that its account was told ({@code OutgoingCallerIds}). */
final class ValidationCall {
    /** Where the carrier's own calls come from; nobody can buy it. */
    static final String CARRIER = "+15005550100";

    private static final Duration RINGING = Duration.ofSeconds(60);
    private static final Duration BETWEEN_KEYS = Duration.ofSeconds(10);
    private static final int TRIES = 3;

    private final Leg leg;
    private final Switching switching;
    private final ValidationOrder order;
    private final CallerIds.Validation validation;

    ValidationCall(Leg leg, Switching switching, ValidationOrder order, CallerIds.Validation validation) {
        this.leg = leg;
        this.switching = switching;
        this.order = order;
        this.validation = validation;
    }

    void run() {
        leg.pause(order.delay());
        leg.progress(Status.INITIATED);
        // From the first moment on: who knows the code may not wait for the prompt.
        Deque<Character> keys = leg.takeKeys();
        switching.ring(leg);
        if (!leg.await(leg.now().plus(RINGING), leg::isAnswered)) {
            leg.hangUp(Status.NO_ANSWER);
            return;
        }
        KeyPresses.press(leg, order.extension());
        boolean entered = isEntered(keys);
        if (entered) {
            leg.equipment().state().callerIds().verify(validation, leg.now());
        }
        say(entered ? "Thank you. Your number is verified." : "Your number could not be verified.", () -> false);
        leg.hangUp();
    }

    private boolean isEntered(Deque<Character> keys) {
        for (int attempt = 0; attempt < TRIES; attempt++) {
            say("Please enter your six digit validation code.", () -> !keys.isEmpty());
            if (enter(keys).equals(validation.code())) {
                return true;
            }
        }
        return false;
    }

    private String enter(Deque<Character> keys) {
        StringBuilder entered = new StringBuilder();
        while (entered.length() < validation.code().length()
                && leg.await(leg.now().plus(BETWEEN_KEYS), () -> !keys.isEmpty())) {
            entered.append(keys.remove());
        }
        return entered.toString();
    }

    private void say(String words, BooleanSupplier interrupted) {
        new PromptPlayer(leg).play(new Verb.Say(words, "man", "en-US", 1), interrupted);
    }
}
