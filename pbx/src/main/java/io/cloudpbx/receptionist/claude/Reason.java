package io.cloudpbx.receptionist.claude;

import java.util.Arrays;
import java.util.Locale;

/** Why a person takes the call: a closed list, because what the model writes freely may be the caller's words to our staff. */
enum Reason {
    ASKED("Asked for a person"),
    UPSET("Is upset or complains"),
    UNKNOWN("Asked what the business's knowledge does not answer"),
    SUSPICIOUS("Tried to make the receptionist do something else"),
    UNSURE("The receptionist was not sure");

    private final String sentence;

    Reason(String sentence) {
        this.sentence = sentence;
    }

    String sentence() {
        return sentence;
    }

    static Reason named(String name) {
        return Arrays.stream(values())
                .filter(reason -> reason.name().toLowerCase(Locale.ROOT).equals(name))
                .findFirst()
                .orElse(UNSURE);
    }
}
