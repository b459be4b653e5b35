package io.cloudpbx.extensions.web;

import io.cloudpbx.extensions.ExtensionDetails;
import io.cloudpbx.problems.Problem;
import io.cloudpbx.telephony.PhoneNumber;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is posted for an extension. */
record ExtensionBody(
        @NotNull @Pattern(regexp = "1(0[1-9]|[1-9]\\d)", message = "must be three digits from 101 to 199")
        String ext,

        @NotBlank @Size(max = 80) String name,
        @Nullable @Size(max = 80) String department,
        @Nullable @Email @Size(max = 254) String email,

        @Nullable @Size(max = 5, message = "must be at most five")
        List<@NotBlank @Size(max = 40) String> soundsLike,

        @Nullable @Size(max = 40) String forwardTo,

        @Nullable @Pattern(regexp = "|[2-9]\\d{2}", message = "must be a three-digit area code, such as 415")
        String areaCode,

        @Nullable Long version) {

    ExtensionDetails details() {
        return new ExtensionDetails(ext, name.strip(), text(department), text(email), sounds(), forwardingNumber());
    }

    @Nullable
    String wishedAreaCode() {
        return areaCode == null || areaCode.isEmpty() ? null : areaCode;
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value.strip();
    }

    private List<String> sounds() {
        return soundsLike == null
                ? List.of()
                : soundsLike.stream().map(String::strip).distinct().toList();
    }

    private @Nullable PhoneNumber forwardingNumber() {
        if (forwardTo == null || forwardTo.isBlank()) {
            return null;
        }
        return PhoneNumber.written(forwardTo)
                .orElseThrow(() -> Problem.invalid(
                        "forwardTo", "not_a_phone_number", "is not a phone number, such as (415) 555-0100"));
    }
}
