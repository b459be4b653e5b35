package io.cloudpbx.sandbox.state;

import java.time.Instant;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where a customer is, in Twilio's words an Address ({@code twilio.md} 19.4).
 *
 * @param emergencyEnabled whether it may become a number's emergency address
 * @param refused whether the emergency registry does not take it; decided by a test
 */
public record PostalAddress(
        String sid,
        String accountSid,
        @Nullable String friendlyName,
        String customerName,
        Place place,
        boolean emergencyEnabled,
        boolean refused,
        Instant dateCreated,
        Instant dateUpdated) {

    /** @param isoCountry two capitals */
    public record Place(
            String street,
            @Nullable String streetSecondary,
            String city,
            String region,
            String postalCode,
            String isoCountry) {

        /** As somebody would read it out. */
        public String inWords() {
            return Stream.of(street, streetSecondary, city, region + " " + postalCode, isoCountry)
                    .filter(Objects::nonNull)
                    .collect(Collectors.joining(", "));
        }
    }

    public PostalAddress decided(boolean isRefused) {
        return new PostalAddress(
                sid,
                accountSid,
                friendlyName,
                customerName,
                place,
                emergencyEnabled,
                isRefused,
                dateCreated,
                dateUpdated);
    }
}
