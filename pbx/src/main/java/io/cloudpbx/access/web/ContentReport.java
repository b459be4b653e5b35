package io.cloudpbx.access.web;

import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * What a browser refused, as far as a log may have it: no queries of addresses and no samples, which can hold what people wrote, and nothing
 * that could pass for a line of its own.
 *
 * @param directive of the policy
 * @param blocked what was to be loaded, or a word such as {@code inline}
 * @param page on which
 * @param source by which script; empty when no script is known
 */
record ContentReport(String directive, String blocked, String page, String source) {
    private static final int LONGEST = 160;
    private static final Pattern QUERY = Pattern.compile("[?#].*", Pattern.DOTALL);
    private static final Pattern UNPRINTED = Pattern.compile("[^\\x21-\\x7e]+");

    static ContentReport of(JsonNode report) {
        return new ContentReport(
                word(report, report.has("effective-directive") ? "effective-directive" : "violated-directive"),
                word(report, "blocked-uri"),
                word(report, "document-uri"),
                word(report, "source-file"));
    }

    private static String word(JsonNode report, String name) {
        String bare = QUERY.matcher(report.path(name).asString("")).replaceFirst("");
        String printed = UNPRINTED.matcher(bare).replaceAll("_");
        return printed.substring(0, Math.min(printed.length(), LONGEST));
    }

    @Override
    public String toString() {
        String where = source.isEmpty() ? "" : " by " + source;
        return "%s for %s on %s%s".formatted(directive, blocked, page, where);
    }
}
