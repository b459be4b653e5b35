package io.cloudpbx.telephony;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where calls may go from here, whoever or whatever makes them (T4).
 *
 * @param countries two letters each; {@code US} does not include the territories and islands that share its code
 */
public record Destinations(Set<String> countries) {
    public static final Destinations USUAL = new Destinations(Set.of("US", "CA"));

    /** Global satellite and international networks have codes of their own and belong to no country. */
    private static final Pattern SATELLITE = Pattern.compile("\\+(87|88[1-3]|979|888)\\d+");

    private static final Pattern PAID_IN_AMERICA = Pattern.compile("\\+1(900\\d{7}|\\d{3}976\\d{4})");

    /** Where 411 and its like would stand in a whole number, and directory assistance. */
    private static final Pattern SERVICE_IN_AMERICA =
            Pattern.compile("\\+1([2-9]11\\d{7}|\\d{3}[2-9]11\\d{4}|\\d{3}5551212)");

    /** The phones of people here, which every step of a call asks about; more are forgotten again. */
    private static final int MOST_KNOWN = 5_000;

    private static final Map<PhoneNumber, Nature> KNOWN = new ConcurrentHashMap<>();

    public Destinations {
        countries = Set.copyOf(countries);
    }

    /** What keeps a number from being called. */
    public enum Bar {
        SATELLITE("satellite_number", "belongs to a satellite or international network, which is not called"),
        PREMIUM("premium_number", "is a premium number, which is not called"),
        SERVICE("service_number", "is a number of a telephone service such as 411, which is not called"),
        COUNTRY("country_not_allowed", "is in a country that is not called; an owner or admin can allow it");

        private final String code;
        private final String words;

        Bar(String code, String words) {
            this.code = code;
            this.words = words;
        }

        public String code() {
            return code;
        }

        /** Going on from what names the number. */
        public String words() {
            return words;
        }
    }

    /** @param bar whatever the countries are; null when it depends on them */
    private record Nature(@Nullable Bar bar, String region, boolean tollFreeInAmerica) {
        static Nature of(PhoneNumber number) {
            return new Nature(always(number), number.region(), number.e164().startsWith("+1") && number.isTollFree());
        }

        private static @Nullable Bar always(PhoneNumber number) {
            if (SATELLITE.matcher(number.e164()).matches()) {
                return Bar.SATELLITE;
            }
            if (number.isCostly()) {
                return Bar.PREMIUM;
            }
            // What is free to call goes on with digits of all kinds, as 1-800-411-… does.
            if (number.isTollFree()) {
                return null;
            }
            if (PAID_IN_AMERICA.matcher(number.e164()).matches()) {
                return Bar.PREMIUM;
            }
            return SERVICE_IN_AMERICA.matcher(number.e164()).matches() ? Bar.SERVICE : null;
        }
    }

    /** Empty for what may be called. */
    public Optional<Bar> against(PhoneNumber number) {
        Nature nature = nature(number);
        if (nature.bar() != null) {
            return Optional.of(nature.bar());
        }
        // Toll-free numbers of the North American plan are no single country's.
        boolean allowed = countries.contains(nature.region())
                || nature.tollFreeInAmerica() && countries.contains(PhoneNumber.HOME_REGION);
        return allowed ? Optional.empty() : Optional.of(Bar.COUNTRY);
    }

    private static Nature nature(PhoneNumber number) {
        Nature known = KNOWN.get(number);
        if (known != null) {
            return known;
        }
        if (KNOWN.size() >= MOST_KNOWN) {
            KNOWN.clear();
        }
        Nature looked = Nature.of(number);
        KNOWN.put(number, looked);
        return looked;
    }
}
