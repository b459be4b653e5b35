package io.cloudpbx.sandbox.twiml;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/**
 * An element's attributes, read with Twilio's defaults. An invalid value is reported and read as its default; so is, at
 * the end, every attribute that nobody asked for.
 */
final class Attributes {
    private static final Pattern SPACE = Pattern.compile("\\s+");

    private final Element element;
    private final @Nullable String documentUrl;
    private final List<Warning> warnings;
    private final Set<String> known = new HashSet<>();

    Attributes(Element element, @Nullable String documentUrl, List<Warning> warnings) {
        this.element = element;
        this.documentUrl = documentUrl;
        this.warnings = warnings;
    }

    @Nullable
    String optional(String name) {
        known.add(name);
        return element.hasAttribute(name) ? element.getAttribute(name) : null;
    }

    String text(String name, String byDefault) {
        String value = optional(name);
        return value == null ? byDefault : value;
    }

    boolean flag(String name, boolean byDefault, int errorCode) {
        String value = text(name, String.valueOf(byDefault)).toLowerCase(Locale.ROOT);
        if (!value.equals("true") && !value.equals("false")) {
            warn(errorCode, name);
            return byDefault;
        }
        return value.equals("true");
    }

    /** Names of attributes that are Twilio's but change nothing here. */
    void ignore(String... names) {
        known.addAll(Arrays.asList(names));
    }

    int number(String name, int byDefault, Range range) {
        String value = optional(name);
        if (value == null) {
            return byDefault;
        }
        try {
            int number = Integer.parseInt(value.strip());
            if (range.contains(number)) {
                return number;
            }
        } catch (NumberFormatException notNumber) {
            warn(range.errorCode(), name);
            return byDefault;
        }
        warn(range.errorCode(), name);
        return byDefault;
    }

    Duration seconds(String name, int byDefault, Range range) {
        return Duration.ofSeconds(number(name, byDefault, range));
    }

    /** What an attribute may be, and the code that says it is not. */
    record Range(int min, int max, int errorCode) {
        boolean contains(int number) {
            return number >= min && number <= max;
        }
    }

    String keys(String name, String byDefault, int errorCode) {
        String value = text(name, byDefault);
        if (!value.chars().allMatch(key -> "0123456789*#".indexOf(key) >= 0)) {
            warn(errorCode, name);
            return byDefault;
        }
        return value;
    }

    String method(String name, int errorCode) {
        String method = text(name, "POST").toUpperCase(Locale.ROOT);
        if (!method.equals("GET") && !method.equals("POST")) {
            warn(errorCode, name);
            return "POST";
        }
        return method;
    }

    /** The callback in this attribute; without it, or when it cannot be read, null. */
    @Nullable
    Callback callback(String name, String methodName, int methodErrorCode) {
        String value = optional(name);
        String method = method(methodName, methodErrorCode);
        if (value == null || value.isBlank()) {
            return null;
        }
        String url = resolve(value);
        return url == null ? null : new Callback(url, method);
    }

    /** The callback in this attribute, or by default the document's own URL ({@code <Gather>}, {@code <Record>}). */
    @Nullable
    Callback action(int methodErrorCode) {
        Callback named = callback("action", "method", methodErrorCode);
        if (named != null || documentUrl == null) {
            return named;
        }
        return new Callback(documentUrl, method("method", methodErrorCode));
    }

    Set<String> events(String name, String byDefault, Set<String> allowed) {
        Set<String> events =
                new LinkedHashSet<>(List.of(SPACE.split(text(name, byDefault).strip())));
        if (!allowed.containsAll(events)) {
            warn(12200, name);
            events.retainAll(allowed);
        }
        return events.isEmpty() ? Set.of(byDefault) : Set.copyOf(events);
    }

    /** An absolute URL, the fragment kept, since it may hold connection overrides; null and a warning when it is none. */
    @Nullable
    String resolve(String reference) {
        try {
            String written = reference.strip();
            URI uri = documentUrl == null ? new URI(written) : resolved(documentUrl, written);
            if (uri.getHost() != null && ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()))) {
                return uri.toString();
            }
        } catch (URISyntaxException malformed) {
            warnUrl(reference);
            return null;
        }
        warnUrl(reference);
        return null;
    }

    private static URI resolved(String documentUrl, String reference) throws URISyntaxException {
        // java.net.URI resolves a bare query against the folder; browsers and Twilio keep the document's path.
        if (reference.startsWith("?")) {
            return new URI(documentUrl.split("[?#]", 2)[0] + reference);
        }
        return new URI(documentUrl).resolve(new URI(reference));
    }

    private void warnUrl(String reference) {
        warnings.add(new Warning(11100, "Invalid URL in <" + element.getTagName() + ">: " + reference));
    }

    void warn(int code, String name) {
        String value = element.getAttribute(name);
        warnings.add(new Warning(code, "<" + element.getTagName() + ">: invalid " + name + " value '" + value + "'"));
    }

    void reportUnknown() {
        for (int i = 0; i < element.getAttributes().getLength(); i++) {
            String name = element.getAttributes().item(i).getNodeName();
            if (!known.contains(name) && !name.startsWith("xml")) {
                warnings.add(new Warning(
                        12200,
                        "Attribute '" + name + "' is not allowed to appear in element '" + element.getTagName() + "'"));
            }
        }
    }
}
