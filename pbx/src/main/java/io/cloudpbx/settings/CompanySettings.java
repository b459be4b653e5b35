package io.cloudpbx.settings;

import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * What the company chose.
 *
 * @param operatorExtension who answers 0 in the menu; null sends those callers to the general mailbox
 * @param version grows with every change
 */
public record CompanySettings(
        String businessName, ZoneId timeZone, @Nullable String operatorExtension, long version) {

    /** The same choices with another operator. */
    public CompanySettings withOperator(@Nullable String ext) {
        return new CompanySettings(businessName, timeZone, ext, version);
    }
}
