package io.cloudpbx.sandbox.rest;

import io.cloudpbx.sandbox.message.TextStore;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Dates of the 2010 API: RFC 2822 in answers, ISO days or times in filters ({@code twilio.md} sections 11, 21). */
final class Dates {
    private static final DateTimeFormatter RFC_2822 = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss Z", Locale.US)
            .withZone(ZoneOffset.UTC);

    private static final Instant FIRST = Instant.EPOCH;
    private static final Instant LAST = Instant.parse("9999-01-01T00:00:00Z");

    private Dates() {}

    static @Nullable String rfc2822(@Nullable Instant instant) {
        return instant == null ? null : RFC_2822.format(instant);
    }

    /** As the v1 and v2 hosts write it: seconds, with {@code Z}. */
    static @Nullable String iso8601(@Nullable Instant instant) {
        return instant == null ? null : instant.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    /** The filter of {@code Name}, {@code Name>} and {@code Name<}, of which a client may send any. */
    static Predicate<@Nullable Instant> filter(Parameters parameters, String name) {
        Optional<Span> on = parameters.text(name).map(text -> span(name, text));
        Optional<Span> from = parameters.text(name + ">").map(text -> span(name, text));
        Optional<Span> until = parameters.text(name + "<").map(text -> span(name, text));
        boolean any = on.isEmpty() && from.isEmpty() && until.isEmpty();
        return instant -> any
                || (instant != null
                        && on.map(span -> span.holds(instant)).orElse(true)
                        && from.map(span -> !instant.isBefore(span.start())).orElse(true)
                        && until.map(span -> !instant.isAfter(span.start())).orElse(true));
    }

    /**
     * The same filter as a time from {@code start} to before {@code end}; empty when a client sends none. Far away stands
     * for endless.
     */
    static Optional<TextStore.Span> range(Parameters parameters, String name) {
        List<Span> spans = new ArrayList<>();
        parameters.text(name).map(text -> span(name, text)).ifPresent(spans::add);
        parameters
                .text(name + ">")
                .map(text -> new Span(span(name, text).start(), LAST))
                .ifPresent(spans::add);
        parameters
                .text(name + "<")
                .map(text -> new Span(FIRST, span(name, text).start().plusNanos(1)))
                .ifPresent(spans::add);
        return spans.stream().reduce(Span::and).map(span -> new TextStore.Span(span.start(), span.end()));
    }

    /** What a filter value stands for: a day or a second. */
    private record Span(Instant start, Instant end) {
        boolean holds(Instant instant) {
            return !instant.isBefore(start) && instant.isBefore(end);
        }

        Span and(Span other) {
            return new Span(
                    start.isAfter(other.start) ? start : other.start, end.isBefore(other.end) ? end : other.end);
        }
    }

    private static Span span(String name, String text) {
        try {
            if (!text.contains("T")) {
                Instant start = LocalDate.parse(text).atStartOfDay().toInstant(ZoneOffset.UTC);
                return new Span(start, start.plus(1, ChronoUnit.DAYS));
            }
            Instant start = instant(text);
            return new Span(start, start.plusSeconds(1));
        } catch (DateTimeParseException e) {
            throw ApiError.invalid(20001, name + " is not a date: " + text);
        }
    }

    /**
     * An ISO time, of UTC when it names no zone.
     *
     * @throws DateTimeParseException when it is none
     */
    static Instant instant(String text) {
        return hasZone(text)
                ? OffsetDateTime.parse(text).toInstant()
                : LocalDateTime.parse(text).toInstant(ZoneOffset.UTC);
    }

    private static boolean hasZone(String text) {
        return text.endsWith("Z") || text.matches(".*T.*[+-]\\d\\d:?\\d\\d");
    }
}
