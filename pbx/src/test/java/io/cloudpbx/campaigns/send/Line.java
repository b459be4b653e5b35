package io.cloudpbx.campaigns.send;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A row as one line of text, in which rows on paper and rows of PostgreSQL can be compared. */
final class Line {
    private Line() {}

    static String of(@Nullable Object... columns) {
        return Arrays.stream(columns).map(Line::text).collect(Collectors.joining("|"));
    }

    private static String text(@Nullable Object column) {
        return switch (column) {
            case null -> "";
            case Enum<?> value -> value.name().toLowerCase(Locale.ROOT);
            case Instant at -> "" + ChronoUnit.MICROS.between(Instant.EPOCH, at);
            default -> column.toString().replaceAll("PhoneNumber\\[e164=(.*)]", "$1");
        };
    }
}
