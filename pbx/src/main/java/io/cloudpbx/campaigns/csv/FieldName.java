package io.cloudpbx.campaigns.csv;

import java.util.Locale;
import java.util.regex.Pattern;

/** How messages name what stands in a column: "First name" is written {@code firstName}. */
public final class FieldName {
    private static final Pattern NO_NAME = Pattern.compile("[^A-Za-z0-9]+(.)?");

    private FieldName() {}

    /** Empty for a column that no message can name. */
    public static String of(String column) {
        String joined = NO_NAME.matcher(column.strip())
                .replaceAll(gap -> gap.group(1) == null ? "" : gap.group(1).toUpperCase(Locale.ROOT));
        return joined.isEmpty() ? "" : joined.substring(0, 1).toLowerCase(Locale.ROOT) + joined.substring(1);
    }
}
