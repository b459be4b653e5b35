package io.cloudpbx.analytics.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudpbx.analytics.flow.Pieces.Days;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PiecesTest {
    private static final LocalDate FIRST = LocalDate.parse("2026-11-01");

    @Test
    void whole_counted_days_are_taken_as_they_are_and_the_ends_are_looked_up() {
        var span = new Span(Instant.parse("2026-11-02T05:00:00Z"), Instant.parse("2026-11-06T05:00:00Z"));

        var pieces = Pieces.of(span, days(0, 30));

        assertThat(pieces.counted()).containsExactly(new Days(day(2), day(4)));
        assertThat(pieces.rest())
                .containsExactly(
                        new Span(span.from(), Instant.parse("2026-11-03T00:00:00Z")),
                        new Span(Instant.parse("2026-11-06T00:00:00Z"), span.to()));
    }

    @Test
    void nothing_is_counted_twice_and_nothing_is_left_out_whatever_is_known() {
        var random = new Random(7);
        for (int round = 0; round < 2_000; round++) {
            Instant from = midnight(FIRST).plus(Duration.ofMinutes(15L * random.nextInt(600)));
            Span span = new Span(from, from.plus(Duration.ofMinutes(15L * random.nextInt(900))));
            Set<LocalDate> known = IntStream.range(0, 18)
                    .filter(day -> random.nextInt(3) > 0)
                    .mapToObj(PiecesTest::day)
                    .collect(Collectors.toSet());

            assertThat(quarters(Pieces.of(span, known)))
                    .as("%s with %s", span, known)
                    .containsExactlyElementsOf(quarters(span));
        }
    }

    @Test
    void only_known_days_are_taken_as_counted() {
        var random = new Random(8);
        for (int round = 0; round < 500; round++) {
            Span span = new Span(midnight(FIRST), midnight(day(10)).plusSeconds(random.nextInt(90_000)));
            Set<LocalDate> known = days(random.nextInt(6), 6 + random.nextInt(6));

            Pieces.of(span, known).counted().stream()
                    .flatMap(days -> days.first().datesUntil(days.last().plusDays(1)))
                    .forEach(day -> assertThat(known).contains(day));
        }
    }

    private static List<Instant> quarters(Pieces pieces) {
        Stream<Span> counted = pieces.counted().stream()
                .map(days ->
                        new Span(midnight(days.first()), midnight(days.last().plusDays(1))));
        return Stream.concat(counted, pieces.rest().stream())
                .flatMap(span -> quarters(span).stream())
                .sorted()
                .toList();
    }

    private static List<Instant> quarters(Span span) {
        return Stream.iterate(span.from(), span.to()::isAfter, at -> at.plus(Duration.ofMinutes(15)))
                .toList();
    }

    private static Set<LocalDate> days(int from, int to) {
        return IntStream.range(from, to).mapToObj(PiecesTest::day).collect(Collectors.toSet());
    }

    private static LocalDate day(int number) {
        return FIRST.plusDays(number);
    }

    private static Instant midnight(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
