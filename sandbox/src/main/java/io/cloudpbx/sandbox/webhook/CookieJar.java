package io.cloudpbx.sandbox.webhook;

import java.net.HttpCookie;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Cookies of customers' servers ({@code twilio.md} section 1): kept for the length of a call, and for texts per pair of
 * numbers for four hours. Of the latest 10,000 of those.
 */
final class CookieJar {
    private static final Duration TEXTS_KEPT = Duration.ofHours(4);
    private static final int JARS_MAX = 10_000;
    private static final int COOKIES_MAX = 50;

    private final Clock clock;
    private final Map<String, Jar> jars = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Jar> eldest) {
            return size() > JARS_MAX;
        }
    };

    CookieJar(Clock clock) {
        this.clock = clock;
    }

    private record Jar(Instant until, Map<String, String> cookies) {}

    /** What to send along; null for none. */
    @Nullable
    String header(Message message, String url) {
        synchronized (jars) {
            Jar jar = jars.isEmpty() ? null : jars.get(key(message, url));
            if (jar == null
                    || !clock.instant().isBefore(jar.until())
                    || jar.cookies().isEmpty()) {
                return null;
            }
            return jar.cookies().entrySet().stream()
                    .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                    .collect(Collectors.joining("; "));
        }
    }

    void keep(Message message, String url, List<String> headers) {
        if (headers.isEmpty()) {
            return;
        }
        boolean text = message.parameters().containsKey("MessageSid");
        Instant until = text ? clock.instant().plus(TEXTS_KEPT) : Instant.MAX;
        synchronized (jars) {
            String key = key(message, url);
            Jar before = jars.get(key);
            Map<String, String> cookies = before == null ? new LinkedHashMap<>() : before.cookies();
            headers.forEach(header -> keep(header, cookies));
            jars.put(key, new Jar(until, cookies));
        }
    }

    private static void keep(String header, Map<String, String> cookies) {
        try {
            for (HttpCookie cookie : HttpCookie.parse("Set-Cookie: " + header)) {
                if (cookie.getMaxAge() == 0) {
                    cookies.remove(cookie.getName());
                } else if (cookies.size() < COOKIES_MAX) {
                    cookies.put(cookie.getName(), cookie.getValue());
                }
            }
        } catch (IllegalArgumentException malformed) {
            // As a browser does: what is no cookie is passed over.
            return;
        }
    }

    private static String key(Message message, String url) {
        Map<String, String> told = message.parameters();
        String about = told.containsKey("MessageSid") ? told.get("From") + " " + told.get("To") : message.resourceSid();
        return about + " " + URI.create(url).getRawAuthority();
    }
}
