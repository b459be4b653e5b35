package io.cloudpbx.sandbox.state;

import java.util.OptionalInt;

/**
 * Whether American networks take texts from a number: toll-free verification for toll-free numbers, a 10DLC campaign for
 * long codes ({@code twilio.md} sections 12, 14, 15).
 */
public record SenderRegistration(String phoneNumber, boolean tollFree, Status status) {

    /** How far the registration is. */
    public enum Status {
        REGISTERED,
        UNREGISTERED,
        IN_REVIEW,
        /** A campaign that was suspended, a verification that was rejected. */
        REFUSED
    }

    /** The code with which a text from this number to the United States fails; none when it is registered. */
    public OptionalInt refusal() {
        return switch (status) {
            case REGISTERED -> OptionalInt.empty();
            case UNREGISTERED -> OptionalInt.of(tollFree ? 30032 : 30034);
            case IN_REVIEW -> OptionalInt.of(tollFree ? 30032 : 30035);
            case REFUSED -> OptionalInt.of(tollFree ? 30032 : 30033);
        };
    }
}
