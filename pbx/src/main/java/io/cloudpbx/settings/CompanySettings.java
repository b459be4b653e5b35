package io.cloudpbx.settings;

import io.cloudpbx.telephony.Destinations;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * What the company chose.
 *
 * @param operatorExtension who answers 0 in the menu; null sends those callers to the general mailbox
 * @param destinations where calls may go, which is chosen apart from the rest
 * @param version grows with every change of the rest
 */
public record CompanySettings(
        String businessName,
        ZoneId timeZone,
        @Nullable String operatorExtension,
        Destinations destinations,
        long version) {
    public CompanySettings {
        // The routing snapshot of an older version does not say.
        destinations = destinations == null ? Destinations.USUAL : destinations;
    }

    /** To be chosen, wherever calls may go. */
    public CompanySettings(String businessName, ZoneId timeZone, @Nullable String operatorExtension, long version) {
        this(businessName, timeZone, operatorExtension, Destinations.USUAL, version);
    }

    /** The same choices with another operator. */
    public CompanySettings withOperator(@Nullable String ext) {
        return new CompanySettings(businessName, timeZone, ext, destinations, version);
    }
}
