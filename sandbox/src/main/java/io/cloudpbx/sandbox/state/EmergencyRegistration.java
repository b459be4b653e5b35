package io.cloudpbx.sandbox.state;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * That a number was given an emergency address, or that it was taken away: the registry needs a while to know
 * ({@code twilio.md} 19.4).
 *
 * @param addressSid null when it was taken away
 */
public record EmergencyRegistration(@Nullable String addressSid, Instant since) {
    /** How long the registry takes, in carrier time. */
    public static final Duration PENDING = Duration.ofSeconds(5);

    /** Twilio's {@code emergency_address_status}. */
    public enum Status {
        UNREGISTERED,
        PENDING_REGISTRATION,
        REGISTERED,
        REGISTRATION_FAILURE,
        PENDING_UNREGISTRATION;

        public String text() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** @param refused whether the registry does not take the address */
    Status status(boolean refused, Instant now) {
        boolean pending = now.isBefore(since.plus(PENDING));
        if (addressSid == null) {
            return pending ? Status.PENDING_UNREGISTRATION : Status.UNREGISTERED;
        }
        if (pending) {
            return Status.PENDING_REGISTRATION;
        }
        return refused ? Status.REGISTRATION_FAILURE : Status.REGISTERED;
    }
}
