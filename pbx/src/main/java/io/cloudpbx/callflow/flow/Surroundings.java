package io.cloudpbx.callflow.flow;

import io.cloudpbx.telephony.Destinations;
import io.cloudpbx.telephony.PhoneNumber;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a plan is to be sound in.
 *
 * @param extensions that are in use
 * @param numbers of ours
 * @param destinations where calls may go
 * @param operator of the settings; null when there is none
 * @param now from where a year is looked ahead
 */
public record Surroundings(
        Set<String> extensions,
        Set<PhoneNumber> numbers,
        Destinations destinations,
        @Nullable String operator,
        Instant now) {
    public Surroundings {
        extensions = Set.copyOf(extensions);
        numbers = Set.copyOf(numbers);
    }
}
