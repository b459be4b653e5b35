package io.cloudpbx.knowledge.web;

import com.fasterxml.jackson.annotation.JsonFormat;
import io.cloudpbx.knowledge.BusinessFacts;
import io.cloudpbx.knowledge.Hours;
import io.cloudpbx.knowledge.SpecialDay;
import io.cloudpbx.knowledge.Week;
import io.cloudpbx.problems.Problem;
import io.cloudpbx.telephony.PhoneNumber;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The facts as JSON, the same in both directions. */
record FactsBody(
        @NotNull Days hours,
        @Nullable @Size(max = 100) List<Special> specialDays,
        @Nullable String address,
        @Nullable String parking,
        @Nullable @Size(max = 40) String phone,

        @Nullable
        @Pattern(
                regexp = "|https://[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+(/[\\w.~/%#?=&+-]*)?",
                message = "must be an address that begins with https://")
        String website,

        @Nullable String notes,
        long version) {

    /** A day that is left out is a day on which the business is closed. */
    record Days(
            @Nullable List<Span> monday,
            @Nullable List<Span> tuesday,
            @Nullable List<Span> wednesday,
            @Nullable List<Span> thursday,
            @Nullable List<Span> friday,
            @Nullable List<Span> saturday,
            @Nullable List<Span> sunday) {

        static Days of(Week week) {
            return new Days(
                    Span.of(week.on(DayOfWeek.MONDAY)),
                    Span.of(week.on(DayOfWeek.TUESDAY)),
                    Span.of(week.on(DayOfWeek.WEDNESDAY)),
                    Span.of(week.on(DayOfWeek.THURSDAY)),
                    Span.of(week.on(DayOfWeek.FRIDAY)),
                    Span.of(week.on(DayOfWeek.SATURDAY)),
                    Span.of(week.on(DayOfWeek.SUNDAY)));
        }

        Week week() {
            return new Week(Map.of(
                    DayOfWeek.MONDAY, whole("monday", monday),
                    DayOfWeek.TUESDAY, whole("tuesday", tuesday),
                    DayOfWeek.WEDNESDAY, whole("wednesday", wednesday),
                    DayOfWeek.THURSDAY, whole("thursday", thursday),
                    DayOfWeek.FRIDAY, whole("friday", friday),
                    DayOfWeek.SATURDAY, whole("saturday", saturday),
                    DayOfWeek.SUNDAY, whole("sunday", sunday)));
        }
    }

    /** Hours and minutes; a closing time that is not after the opening one is on the next day. */
    record Span(
            @JsonFormat(pattern = "HH:mm") LocalTime opens,
            @JsonFormat(pattern = "HH:mm") LocalTime closes) {
        static List<Span> of(List<Hours> hours) {
            return hours.stream()
                    .map(span -> new Span(span.opens(), span.closes()))
                    .toList();
        }

        Hours hours() {
            return new Hours(opens, closes);
        }
    }

    /** Without hours the business is closed on that date. */
    record Special(
            @NotNull LocalDate date,
            @Nullable String label,
            @Nullable List<Span> hours) {
        SpecialDay day() {
            return new SpecialDay(date, text(label), whole("specialDays", hours));
        }
    }

    static FactsBody of(BusinessFacts facts) {
        return new FactsBody(
                Days.of(facts.week()),
                facts.specialDays().stream()
                        .map(day -> new Special(day.date(), day.label(), Span.of(day.hours())))
                        .toList(),
                facts.address(),
                facts.parking(),
                facts.phone() == null ? "" : facts.phone().display(),
                facts.website(),
                facts.notes(),
                facts.version());
    }

    BusinessFacts facts() {
        List<Special> days = specialDays == null ? List.of() : specialDays;
        return new BusinessFacts(
                hours.week(),
                days.stream().map(FactsBody::present).map(Special::day).toList(),
                text(address),
                text(parking),
                number(),
                text(website),
                text(notes),
                version);
    }

    private static Special present(@Nullable Special day) {
        if (day == null || day.date() == null) {
            throw Problem.invalid("specialDays", "date_missing", "has a day without a date");
        }
        return day;
    }

    private @Nullable PhoneNumber number() {
        return text(phone).isEmpty()
                ? null
                : PhoneNumber.written(text(phone))
                        .orElseThrow(() -> Problem.invalid(
                                "phone", "not_a_phone_number", "is not a phone number, such as (415) 555-0100"));
    }

    /** JSON may leave out what a record cannot. */
    private static List<Hours> whole(String field, @Nullable List<Span> spans) {
        if (spans == null) {
            return List.of();
        }
        if (spans.stream().anyMatch(span -> span == null || span.opens() == null || span.closes() == null)) {
            throw Problem.invalid("hours." + field, "time_missing", "has hours without a beginning or an end");
        }
        return spans.stream().map(Span::hours).toList();
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value.strip();
    }
}
