package io.cloudpbx.extensions;

import io.cloudpbx.telephony.PhoneNumber;
import org.jspecify.annotations.Nullable;

/** What a person may choose about an extension, already checked for form. */
public record ExtensionDetails(
        String ext,
        String name,
        String department,
        String email,
        @Nullable PhoneNumber forwardTo) {}
