package io.cloudpbx.knowledge.flow;

import io.cloudpbx.knowledge.BusinessFacts;
import io.cloudpbx.knowledge.Hours;
import io.cloudpbx.knowledge.SpecialDay;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What facts cannot be. */
public final class FactLimits {
    private static final int MOST_HOURS_PER_DAY = 4;
    private static final int MOST_SPECIAL_DAYS = 100;
    private static final int LONGEST_LINE = 300;
    private static final int LONGEST_NOTES = 4000;

    private FactLimits() {}

    /** What is wrong with one field; the message goes on from the field's name. */
    public record Complaint(String field, String code, String message) {}

    public static List<Complaint> complaints(BusinessFacts facts) {
        var complaints = new ArrayList<Complaint>();
        for (DayOfWeek day : DayOfWeek.values()) {
            hours("hours." + day.name().toLowerCase(Locale.ROOT), facts.week().on(day))
                    .ifPresent(complaints::add);
        }
        specialDays(facts.specialDays()).ifPresent(complaints::add);
        facts.specialDays()
                .forEach(day -> hours("specialDays." + day.date(), day.hours()).ifPresent(complaints::add));
        tooLong("address", facts.address(), LONGEST_LINE).ifPresent(complaints::add);
        tooLong("parking", facts.parking(), LONGEST_LINE).ifPresent(complaints::add);
        tooLong("website", facts.website(), LONGEST_LINE).ifPresent(complaints::add);
        tooLong("notes", facts.notes(), LONGEST_NOTES).ifPresent(complaints::add);
        return complaints;
    }

    private static Optional<Complaint> specialDays(List<SpecialDay> days) {
        if (days.size() > MOST_SPECIAL_DAYS) {
            return complaint("specialDays", "too_many_days", "has more than " + MOST_SPECIAL_DAYS + " days");
        }
        if (days.stream().map(SpecialDay::date).distinct().count() < days.size()) {
            return complaint("specialDays", "day_given_twice", "has a date twice");
        }
        if (days.stream()
                .anyMatch(day -> day.date().getYear() < 2000 || day.date().getYear() > 2100)) {
            return complaint("specialDays", "date_far_away", "has a date that is not in this century");
        }
        return days.stream().allMatch(day -> day.label().length() <= LONGEST_LINE)
                ? Optional.empty()
                : complaint("specialDays", "too_long", "has a label of more than " + LONGEST_LINE + " characters");
    }

    private static Optional<Complaint> hours(String field, List<Hours> hours) {
        if (hours.size() > MOST_HOURS_PER_DAY) {
            return complaint(field, "too_many_hours", "has more than " + MOST_HOURS_PER_DAY + " spans of hours");
        }
        if (hours.stream().anyMatch(span -> !isWholeMinute(span.opens()) || !isWholeMinute(span.closes()))) {
            return complaint(field, "not_a_minute", "has times that are not whole minutes");
        }
        var sorted = hours.stream().sorted(Comparator.comparing(Hours::opens)).toList();
        for (int i = 1; i < sorted.size(); i++) {
            var before = sorted.get(i - 1);
            if (before.endsNextDay() || before.closes().isAfter(sorted.get(i).opens())) {
                return complaint(field, "overlapping_hours", "has hours that overlap");
            }
        }
        return Optional.empty();
    }

    private static boolean isWholeMinute(LocalTime time) {
        return time.getSecond() == 0 && time.getNano() == 0;
    }

    private static Optional<Complaint> tooLong(String field, String text, int most) {
        return text.length() <= most
                ? Optional.empty()
                : complaint(field, "too_long", "is longer than " + most + " characters");
    }

    private static Optional<Complaint> complaint(String field, String code, String message) {
        return Optional.of(new Complaint(field, code, message));
    }
}
