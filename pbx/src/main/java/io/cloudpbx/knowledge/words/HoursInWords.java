package io.cloudpbx.knowledge.words;

import static java.util.stream.Collectors.joining;

import io.cloudpbx.knowledge.Hours;
import io.cloudpbx.knowledge.Opening;
import io.cloudpbx.knowledge.SpecialDay;
import io.cloudpbx.knowledge.Week;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** When the business is open, said in a sentence. */
public final class HoursInWords {
    private final Language language;

    public HoursInWords(Language language) {
        this.language = language;
    }

    /** "Monday to Friday 8 AM to 5 PM, closed Saturday and Sunday." Days in a row with the same hours are named together. */
    public String week(Week week) {
        var runs = new ArrayList<List<DayOfWeek>>();
        for (DayOfWeek day : DayOfWeek.values()) {
            if (!runs.isEmpty() && week.on(runs.getLast().getLast()).equals(week.on(day))) {
                runs.getLast().add(day);
            } else {
                runs.add(new ArrayList<>(List.of(day)));
            }
        }
        return sentence(runs.stream().map(run -> run(run, week)).collect(joining(", ")));
    }

    private String run(List<DayOfWeek> days, Week week) {
        var hours = week.on(days.getFirst());
        return hours.isEmpty() ? word("closed ", "cerrado ") + names(days) : names(days) + " " + hours(hours);
    }

    private String names(List<DayOfWeek> days) {
        String first = name(days.getFirst());
        return switch (days.size()) {
            case 1 -> first;
            case 2 -> first + word(" and ", " y ") + name(days.getLast());
            default -> first + word(" to ", " a ") + name(days.getLast());
        };
    }

    /** "8 AM to 12 PM and 1 PM to 5 PM". */
    public String hours(List<Hours> hours) {
        return hours.stream()
                .map(span -> word("", "de ") + time(span.opens()) + word(" to ", " a ") + time(span.closes()))
                .collect(joining(word(" and ", " y ")));
    }

    /** "Thanksgiving, November 26: closed." */
    public String special(SpecialDay day) {
        String label = day.label().isEmpty() ? "" : day.label() + ", ";
        String hours = day.hours().isEmpty() ? word("closed", "cerrado") : hours(day.hours());
        return label + date(day.date()) + ": " + hours + ".";
    }

    /** "Saturday: closed." */
    public String day(LocalDate date, List<Hours> hours) {
        return sentence(
                name(date.getDayOfWeek()) + ": " + (hours.isEmpty() ? word("closed", "cerrado") : hours(hours)));
    }

    /** "We're open now, until 5 PM." Empty when nobody knows. */
    public String now(Opening opening, Instant now, ZoneId zone) {
        return switch (opening) {
            case Opening.Open(var until)
            when until != null ->
                sentence(word("We're open now, until ", "Ahora estamos abiertos, hasta ")
                        + moment(until, now.atZone(zone)));
            case Opening.Open alwaysOpen -> word("We're open now.", "Ahora estamos abiertos.");
            case Opening.Closed(var opensAt)
            when opensAt != null ->
                sentence(word("We're closed now and open ", "Ahora estamos cerrados y abrimos ")
                        + moment(opensAt, now.atZone(zone)));
            case Opening.Closed closedForGood -> word("We're closed.", "Estamos cerrados.");
            case Opening.Unknown unknown -> "";
        };
    }

    /** "5 PM" today, "Monday at 8 AM" on another day. */
    private String moment(Instant instant, ZonedDateTime now) {
        var then = instant.atZone(now.getZone());
        long days = ChronoUnit.DAYS.between(now.toLocalDate(), then.toLocalDate());
        String article = then.getHour() % 12 == 1 ? "la " : "las ";
        String time = word("", article) + time(then.toLocalTime());
        if (days == 0) {
            return time;
        }
        String day = days == 1
                ? word("tomorrow", "mañana")
                : days < 7 ? word("", "el ") + name(then.getDayOfWeek()) : word("", "el ") + date(then.toLocalDate());
        return day + word(" at ", " a ") + time;
    }

    private String date(LocalDate date) {
        String pattern = word("MMMM d", "d 'de' MMMM");
        return DateTimeFormatter.ofPattern(pattern, language.locale()).format(date);
    }

    private String name(DayOfWeek day) {
        return day.getDisplayName(TextStyle.FULL, language.locale());
    }

    private String time(LocalTime time) {
        int hour = time.getHour() % 12 == 0 ? 12 : time.getHour() % 12;
        String minute = time.getMinute() == 0 ? "" : ":%02d".formatted(time.getMinute());
        return hour + minute + (time.getHour() < 12 ? word(" AM", " a. m.") : word(" PM", " p. m."));
    }

    private static String sentence(String text) {
        String end = text.endsWith(".") ? "" : ".";
        return Character.toUpperCase(text.charAt(0)) + text.substring(1) + end;
    }

    private String word(String english, String spanish) {
        return language == Language.ENGLISH ? english : spanish;
    }
}
