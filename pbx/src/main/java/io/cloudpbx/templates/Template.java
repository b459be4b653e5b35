package io.cloudpbx.templates;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A message with places for what is said to one person alone: {@code {{firstName}}}, or {@code {{firstName|there}}} with what
 * stands there for those of whom it is not known.
 */
public record Template(String text) {
    /** What a field may be called, as a regular expression. */
    public static final String NAME = "[A-Za-z][A-Za-z0-9_]{0,39}";

    private static final Pattern PLACE = Pattern.compile("\\{\\{\\s*(" + NAME + ")\\s*(?:\\|([^{}|]*))?}}");
    private static final Pattern BRACES = Pattern.compile("\\{\\{|}}");

    /** Whether everything in double braces is a place. */
    public boolean isWellFormed() {
        return !BRACES.matcher(PLACE.matcher(text).replaceAll("")).find();
    }

    /** Every field that has a place. */
    public Set<String> fields() {
        Set<String> fields = new LinkedHashSet<>();
        PLACE.matcher(text).results().forEach(place -> fields.add(place.group(1)));
        return fields;
    }

    /** What everybody reads alike; where a place was there is a mark, so that no words come together across it. */
    public String alike() {
        return PLACE.matcher(text).replaceAll("{}");
    }

    /** Fields that everybody must have, as nothing is said for those who do not. */
    public Set<String> required() {
        Set<String> required = new LinkedHashSet<>();
        PLACE.matcher(text)
                .results()
                .filter(place -> place.group(2) == null)
                .forEach(place -> required.add(place.group(1)));
        return required;
    }

    /** The first field that is required and missing; empty when there is none. */
    public String missing(Map<String, String> fields) {
        return required().stream()
                .filter(field -> fields.getOrDefault(field, "").isBlank())
                .findFirst()
                .orElse("");
    }

    /** What one person reads. A field that is required and missing leaves nothing. */
    public String of(Map<String, String> fields) {
        return PLACE.matcher(text).replaceAll(place -> Matcher.quoteReplacement(value(place, fields)));
    }

    private static String value(MatchResult place, Map<String, String> fields) {
        String value = fields.getOrDefault(place.group(1), "").strip();
        String fallback = place.group(2) == null ? "" : place.group(2).strip();
        return value.isEmpty() ? fallback : value;
    }
}
