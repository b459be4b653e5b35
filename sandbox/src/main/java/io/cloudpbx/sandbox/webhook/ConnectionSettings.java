package io.cloudpbx.sandbox.webhook;

import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * How long to wait for a customer's server and when to try again, as overridden in the fragment of a webhook URL
 * ({@code twilio.md} section 5). Values out of range count as not given.
 */
record ConnectionSettings(Duration connect, Duration read, Duration total, int retries, Set<Trouble> retryOn) {
    private static final Duration CONNECT_DEFAULT = Duration.ofSeconds(5);
    private static final int CONNECT_MAX_MILLIS = 10_000;
    private static final int MIN_MILLIS = 100;
    private static final int RETRIES_MAX = 5;

    /** What may be worth another try. */
    enum Trouble {
        CONNECT,
        READ,
        /** The connection ended before the reply did. */
        CUT,
        CLIENT_ERROR,
        SERVER_ERROR
    }

    /** @param budget the most that one webhook may take, and the default of what it may take */
    static ConnectionSettings of(String url, Duration budget) {
        Map<String, String> fragment = fragment(url);
        int most = (int) Math.max(MIN_MILLIS, budget.toMillis());
        int connectDefault = (int) Math.min(CONNECT_DEFAULT.toMillis(), most);
        return new ConnectionSettings(
                Duration.ofMillis(number(fragment, "ct", MIN_MILLIS, CONNECT_MAX_MILLIS, connectDefault)),
                Duration.ofMillis(number(fragment, "rt", MIN_MILLIS, most, most)),
                Duration.ofMillis(number(fragment, "tt", MIN_MILLIS, most, most)),
                number(fragment, "rc", 0, RETRIES_MAX, 1),
                retryOn(fragment.getOrDefault("rp", "ct")));
    }

    private static Map<String, String> fragment(String url) {
        int hash = url.indexOf('#');
        Map<String, String> pairs = new HashMap<>();
        if (hash >= 0) {
            for (String pair : url.substring(hash + 1).split("&")) {
                int equals = pair.indexOf('=');
                if (equals > 0) {
                    pairs.put(pair.substring(0, equals), pair.substring(equals + 1));
                }
            }
        }
        return pairs;
    }

    private static int number(Map<String, String> fragment, String name, int min, int max, int otherwise) {
        try {
            int value = Integer.parseInt(fragment.getOrDefault(name, ""));
            return value >= min && value <= max ? value : otherwise;
        } catch (NumberFormatException e) {
            return otherwise;
        }
    }

    private static Set<Trouble> retryOn(String policies) {
        EnumSet<Trouble> troubles = EnumSet.noneOf(Trouble.class);
        Arrays.stream(policies.toLowerCase(Locale.ROOT).split(",")).forEach(policy -> {
            switch (policy.strip()) {
                case "ct" -> troubles.add(Trouble.CONNECT);
                case "rt" -> troubles.add(Trouble.READ);
                case "4xx" -> troubles.add(Trouble.CLIENT_ERROR);
                case "5xx" -> troubles.add(Trouble.SERVER_ERROR);
                case "all" -> troubles.addAll(EnumSet.allOf(Trouble.class));
                default -> {
                    // Twilio ignores what it does not know.
                }
            }
        });
        return troubles;
    }
}
