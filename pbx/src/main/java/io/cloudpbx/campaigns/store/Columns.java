package io.cloudpbx.campaigns.store;

import io.cloudpbx.telephony.PhoneNumber;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** How values stand in columns. */
final class Columns {
    /**
     * Begins a statement that is not waited for to be on disk; it is with whatever is waited for after it. For what a crash may take
     * back: a claim that nothing left under, and time that nothing left in.
     */
    static final String SOON = "with soon as materialized (select set_config('synchronous_commit', 'off', true)),";

    /** The day by which networks count, which ends at midnight on the Pacific coast. */
    static final String TODAY = dayIn(0);

    /** The same for whatever is written down now and leaves a little later: that is counted by when it leaves. */
    static final String DAY_OF_LEAVING = dayIn(10);

    private static String dayIn(int seconds) {
        return "((clock_timestamp() + interval '%d seconds') at time zone 'America/Los_Angeles')::date"
                .formatted(seconds);
    }

    private Columns() {}

    static String text(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    static String[] texts(Collection<? extends Enum<?>> values) {
        return values.stream().map(Columns::text).toArray(String[]::new);
    }

    static <E extends Enum<E>> E value(Class<E> type, String text) {
        return Enum.valueOf(type, text.toUpperCase(Locale.ROOT));
    }

    static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    static @Nullable OffsetDateTime utcOrNull(@Nullable Instant instant) {
        return instant == null ? null : utc(instant);
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    static @Nullable Instant instantOrNull(ResultSet row, String column) throws SQLException {
        OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }

    static @Nullable PhoneNumber numberOrNull(ResultSet row, String column) throws SQLException {
        String value = row.getString(column);
        return value == null ? null : new PhoneNumber(value);
    }

    static <T> Long[] numbers(List<T> rows, Function<T, Number> number) {
        return rows.stream().map(row -> number.apply(row).longValue()).toArray(Long[]::new);
    }

    static <T> Integer[] counts(List<T> rows, Function<T, Integer> count) {
        return rows.stream().map(count).toArray(Integer[]::new);
    }

    static <T> String[] texts(List<T> rows, Function<T, String> text) {
        return rows.stream().map(text).toArray(String[]::new);
    }

    /** As text, since the driver writes no lists of times. */
    static <T> String[] times(List<T> rows, Function<T, Instant> time) {
        return rows.stream().map(row -> time.apply(row).toString()).toArray(String[]::new);
    }
}
