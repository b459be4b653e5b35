package io.cloudpbx.sandbox.call;

import io.cloudpbx.sandbox.state.Call;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How a handset's calls arrive at whom it calls ({@code twilio.md} sections 2.1 and 19.2).
 *
 * @param shownAs what stands for a withheld number; null when the number is shown
 * @param stirVerstat one of the values of section 19.2
 * @param callToken URL-encoded JSON, as a carrier hands it over
 */
public record CallerTraits(
        @Nullable String shownAs,
        @Nullable String forwardedFrom,
        @Nullable String stirVerstat,
        @Nullable String stirPassportToken,
        @Nullable String callToken) {
    public static final CallerTraits NONE = new CallerTraits(null, null, null, null, null);

    private static final Set<String> WITHHELD = Set.of(
            "anonymous", "unknown", "unavailable", "+266696687", "+7378742833", "+2562533", "+8656696", "+86282452253");
    private static final String VERSTAT =
            "(TN-Validation-(Passed|Failed)-[ABC]|No-TN-Validation|TN-Validation-Failed)(-Diverted)?|NULL";

    /** The name of a field that no carrier would send so. */
    public Optional<String> fault() {
        if (shownAs != null && !WITHHELD.contains(shownAs)) {
            return Optional.of("shownAs");
        }
        if (stirVerstat != null && !stirVerstat.matches(VERSTAT)) {
            return Optional.of("stirVerstat");
        }
        boolean forwarded = forwardedFrom == null || DialledNumber.isValid(forwardedFrom);
        return forwarded ? Optional.empty() : Optional.of("forwardedFrom");
    }

    String from(String number) {
        return shownAs == null ? number : shownAs;
    }

    Call.Details details() {
        Map<String, String> parameters = new LinkedHashMap<>();
        put(parameters, "CallToken", callToken);
        put(parameters, "StirPassportToken", stirPassportToken);
        put(parameters, "StirVerstat", stirVerstat);
        return new Call.Details(null, forwardedFrom, null, parameters);
    }

    private static void put(Map<String, String> parameters, String name, @Nullable String value) {
        if (value != null) {
            parameters.put(name, value);
        }
    }
}
