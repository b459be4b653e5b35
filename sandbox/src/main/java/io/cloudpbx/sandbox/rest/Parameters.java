package io.cloudpbx.sandbox.rest;

import io.javalin.http.Context;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a client sent, in the query and as a form. Of a name sent twice the last value counts. */
final class Parameters {
    private final Map<String, List<String>> values;

    private Parameters(Map<String, List<String>> values) {
        this.values = values;
    }

    static Parameters of(Context ctx) {
        Map<String, List<String>> values = new HashMap<>(ctx.queryParamMap());
        values.putAll(ctx.formParamMap());
        return new Parameters(values);
    }

    boolean has(String name) {
        return values.containsKey(name);
    }

    /** Empty when absent or blank. */
    Optional<String> text(String name) {
        List<String> all = all(name);
        return all.isEmpty() ? Optional.empty() : Optional.of(all.getLast()).filter(text -> !text.isBlank());
    }

    List<String> all(String name) {
        return values.getOrDefault(name, List.of());
    }

    String required(String name) {
        return text(name).orElseThrow(() -> ApiError.invalid(20001, "Missing required parameter " + name));
    }

    /** At most so many characters, or {@code otherwise} when absent. */
    String text(String name, int longest, String otherwise) {
        String text = text(name).orElse(otherwise);
        if (text.codePointCount(0, text.length()) > longest) {
            throw ApiError.invalid(20001, "%s must not exceed %d characters".formatted(name, longest));
        }
        return text;
    }

    boolean flag(String name, boolean otherwise) {
        return text(name)
                .map(text -> switch (text.strip().toLowerCase(Locale.ROOT)) {
                    case "true" -> true;
                    case "false" -> false;
                    default -> throw ApiError.invalid(20001, name + " must be true or false");
                })
                .orElse(otherwise);
    }

    /** An address that replaces the one before; an empty one clears it, an absent one keeps it. */
    @Nullable
    String url(String name, int errorCode, @Nullable String before) {
        return has(name) ? url(name, errorCode).orElse(null) : before;
    }

    /** A whole number within bounds, or {@code otherwise} when absent. */
    int number(String name, Range range, int otherwise) {
        return text(name).map(text -> range.parse(name, text)).orElse(otherwise);
    }

    /** {@code errorCode} is what a number out of bounds is refused with. */
    record Range(int min, int max, int errorCode) {
        private int parse(String name, String text) {
            try {
                int value = Integer.parseInt(text.strip());
                if (value >= min && value <= max) {
                    return value;
                }
            } catch (NumberFormatException e) {
                throw ApiError.invalid(errorCode, name + " is not a number: " + text);
            }
            throw ApiError.invalid(errorCode, "%s must be from %d to %d".formatted(name, min, max));
        }
    }

    /** An absolute http or https URL. */
    Optional<String> url(String name, int errorCode) {
        return text(name).map(text -> checkedUrl(name, text, errorCode));
    }

    static String checkedUrl(String name, String text, int errorCode) {
        try {
            URI uri = URI.create(text);
            String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
            if (uri.getHost() != null && (scheme.equals("http") || scheme.equals("https"))) {
                return text;
            }
        } catch (IllegalArgumentException e) {
            throw ApiError.invalid(errorCode, name + " is not a valid URL: " + text);
        }
        throw ApiError.invalid(errorCode, name + " is not a valid URL: " + text);
    }

    /** GET or POST. */
    String method(String name, String otherwise) {
        return text(name).map(text -> checkedMethod(name, text)).orElse(otherwise);
    }

    private static String checkedMethod(String name, String text) {
        String method = text.strip().toUpperCase(Locale.ROOT);
        if (!method.equals("GET") && !method.equals("POST")) {
            throw ApiError.invalid(21403, name + " must be GET or POST");
        }
        return method;
    }
}
