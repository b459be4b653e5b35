package io.cloudpbx.extensions;

import io.cloudpbx.telephony.PhoneNumber;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a person may choose about an extension, already checked for form. */
public record ExtensionDetails(
        String ext,
        String name,
        String department,
        String email,
        List<String> soundsLike,
        @Nullable PhoneNumber forwardTo) {
    public ExtensionDetails {
        soundsLike = List.copyOf(soundsLike);
    }
}
