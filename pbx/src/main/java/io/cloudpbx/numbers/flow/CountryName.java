package io.cloudpbx.numbers.flow;

import java.util.Locale;

/** What people call a country. */
public final class CountryName {
    private CountryName() {}

    /** @param country two letters */
    public static String of(String country) {
        return Locale.of("", country).getDisplayCountry(Locale.ENGLISH);
    }
}
