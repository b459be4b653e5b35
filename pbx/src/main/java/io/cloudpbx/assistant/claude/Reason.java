package io.cloudpbx.assistant.claude;

import java.util.Arrays;
import java.util.Locale;

/** Why a person has to answer: a closed list, because what the model writes freely may be the texter's words to our staff. */
enum Reason {
    ASKED("They asked for a person."),
    APPOINTMENT("They want something about an appointment."),
    COMPLAINT("They complain or are upset."),
    PAYMENT("It is about money."),
    MEDICAL("It is about their health."),
    UNKNOWN("The business's knowledge does not answer it."),
    SUSPICIOUS("They tried to make the assistant do something else."),
    OTHER("The assistant was not sure.");

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
                .orElse(OTHER);
    }
}
