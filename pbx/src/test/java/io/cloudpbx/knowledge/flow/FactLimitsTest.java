package io.cloudpbx.knowledge.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudpbx.knowledge.BusinessFacts;
import io.cloudpbx.knowledge.Hours;
import io.cloudpbx.knowledge.SpecialDay;
import io.cloudpbx.knowledge.Week;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FactLimitsTest {
    @Test
    void ordinary_hours_are_nothing_to_complain_about() {
        assertThat(codes(Hours.of("08:00", "12:00"), Hours.of("12:00", "17:00")))
                .isEmpty();
        assertThat(codes(Hours.of("20:00", "02:00"), Hours.of("08:00", "12:00")))
                .isEmpty();
    }

    @Test
    void hours_that_cannot_be_are_named() {
        assertThat(codes(Hours.of("08:00", "12:01"), Hours.of("12:00", "17:00")))
                .containsExactly("overlapping_hours");
        assertThat(codes(Hours.of("08:00:30", "12:00"))).containsExactly("not_a_minute");
        assertThat(codes(IntStream.range(0, 5)
                        .mapToObj(i -> Hours.of("0" + i + ":00", "0" + i + ":30"))
                        .toArray(Hours[]::new)))
                .containsExactly("too_many_hours");
    }

    @Test
    void special_days_and_notes_have_an_end() {
        var days = IntStream.range(0, 101)
                .mapToObj(i -> new SpecialDay(LocalDate.of(2026, 1, 1).plusDays(i), "", List.of()))
                .toList();

        assertThat(FactLimits.complaints(new BusinessFacts(Week.UNKNOWN, days, "", "", null, "", "x".repeat(4001), 1)))
                .extracting(FactLimits.Complaint::code)
                .containsExactly("too_many_days", "too_long");
    }

    private static List<String> codes(Hours... hours) {
        var week = new Week(Map.of(DayOfWeek.MONDAY, Arrays.asList(hours)));
        return FactLimits.complaints(new BusinessFacts(week, List.of(), "", "", null, "", "", 1)).stream()
                .map(FactLimits.Complaint::code)
                .toList();
    }
}
