package io.cloudpbx.sandbox.rest;

import io.cloudpbx.sandbox.state.PostalAddress;
import io.cloudpbx.sandbox.state.PostalAddress.Place;
import io.cloudpbx.sandbox.state.Sids;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The parameters of an address, and which address cannot be one ({@code twilio.md} 19.4). Nothing is ever corrected. */
final class AddressForm {
    private static final int NAME_MAX_BYTES = 64;
    private static final Pattern COUNTRY = Pattern.compile("[A-Z]{2}");
    private static final Pattern HOUSE_NUMBER = Pattern.compile(".*\\d.*");
    private static final Pattern STATE = Pattern.compile("[A-Z]{2}");
    private static final Pattern ZIP = Pattern.compile("\\d{5}(-\\d{4})?");

    private final Parameters parameters;

    AddressForm(Parameters parameters) {
        this.parameters = parameters;
    }

    /** @throws ApiError with Twilio's code for the first thing that is missing or wrong */
    PostalAddress create(String accountSid, Instant now) {
        PostalAddress address = new PostalAddress(
                Sids.next("AD"),
                accountSid,
                friendlyName(null),
                name("CustomerName", parameters.required("CustomerName")),
                new Place(
                        parameters.required("Street"),
                        parameters.text("StreetSecondary").orElse(null),
                        parameters.required("City"),
                        parameters.required("Region"),
                        parameters.required("PostalCode"),
                        country()),
                parameters.flag("EmergencyEnabled", false),
                false,
                now,
                now);
        return validated(address);
    }

    private String country() {
        String country = parameters.required("IsoCountry");
        if (!COUNTRY.matcher(country).matches()) {
            throw ApiError.invalid(20001, "IsoCountry must be two capitals: " + country);
        }
        return country;
    }

    /** Absent parameters change nothing; the country stays. */
    PostalAddress applyTo(PostalAddress before, Instant now) {
        Place place = before.place();
        return validated(new PostalAddress(
                before.sid(),
                before.accountSid(),
                friendlyName(before.friendlyName()),
                name("CustomerName", text("CustomerName", before.customerName())),
                new Place(
                        text("Street", place.street()),
                        parameters.has("StreetSecondary")
                                ? parameters.text("StreetSecondary").orElse(null)
                                : place.streetSecondary(),
                        text("City", place.city()),
                        text("Region", place.region()),
                        text("PostalCode", place.postalCode()),
                        place.isoCountry()),
                parameters.flag("EmergencyEnabled", before.emergencyEnabled()),
                before.refused(),
                before.dateCreated(),
                now));
    }

    private String text(String name, String before) {
        return parameters.text(name).orElse(before);
    }

    private @Nullable String friendlyName(@Nullable String before) {
        return parameters
                .text("FriendlyName")
                .map(name -> name("FriendlyName", name))
                .orElse(before);
    }

    private static String name(String parameter, String name) {
        if (name.getBytes(StandardCharsets.UTF_8).length > NAME_MAX_BYTES) {
            throw ApiError.invalid(20001, parameter + " must not exceed 64 bytes");
        }
        return name;
    }

    /** Only who may need an ambulance there is asked whether it can find the place. */
    private static PostalAddress validated(PostalAddress address) {
        Place place = address.place();
        boolean findable = !place.isoCountry().equals("US")
                || (HOUSE_NUMBER.matcher(place.street()).matches()
                        && STATE.matcher(place.region()).matches()
                        && ZIP.matcher(place.postalCode()).matches());
        if (address.emergencyEnabled() && !findable) {
            throw ApiError.invalid(
                    21628,
                    "The address cannot be validated: it needs a house number, a state of two letters and a ZIP");
        }
        return address;
    }
}
