package io.cloudpbx.knowledge;

import io.cloudpbx.telephony.PhoneNumber;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known of the business; an empty text is not known.
 *
 * @param website an {@code https} address
 * @param notes anything else that may be told to whoever asks
 * @param version grows with every change
 */
public record BusinessFacts(
        Week week,
        List<SpecialDay> specialDays,
        String address,
        String parking,
        @Nullable PhoneNumber phone,
        String website,
        String notes,
        long version) {
    public BusinessFacts {
        specialDays = List.copyOf(specialDays);
    }
}
