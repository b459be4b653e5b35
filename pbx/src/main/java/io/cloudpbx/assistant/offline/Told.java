package io.cloudpbx.assistant.offline;

import io.cloudpbx.assistant.Conversation;
import io.cloudpbx.knowledge.SpecialDay;
import io.cloudpbx.knowledge.words.HoursInWords;
import io.cloudpbx.knowledge.words.Language;
import io.cloudpbx.knowledge.words.Plain;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Answers to what everybody asks, from the facts of the business. */
final class Told {
    private final Conversation conversation;
    private final Language language;
    private final HoursInWords hours;

    Told(Conversation conversation, Language language) {
        this.conversation = conversation;
        this.language = language;
        this.hours = new HoursInWords(language);
    }

    /** Empty when nobody told us. */
    Optional<String> about(Topic topic, String plain) {
        var facts = conversation.knowledge().facts();
        return switch (topic) {
            case HOURS -> facts.week().isUnknown() ? Optional.empty() : Optional.of(hours(plain));
            case ADDRESS -> said(word("We're at ", "Estamos en "), facts.address());
            case PARKING -> said("", facts.parking());
            case PHONE ->
                Optional.ofNullable(facts.phone())
                        .map(number -> word("Our number is ", "Nuestro número es ") + number.display() + ".");
            case WEBSITE -> said(word("Our website: ", "Nuestro sitio: "), facts.website());
        };
    }

    private static Optional<String> said(String before, String fact) {
        String end = fact.matches("(?s).*[.!?]|https:.*") ? "" : ".";
        return fact.isBlank() ? Optional.empty() : Optional.of(before + fact + end);
    }

    private String hours(String plain) {
        var special = specialDay(plain);
        if (special.isPresent()) {
            return hours.special(special.get());
        }
        return date(plain).map(this::onDate).orElseGet(this::always);
    }

    private String always() {
        var known = conversation.knowledge();
        String now = now();
        return hours.week(known.facts().week()) + (now.isEmpty() ? "" : " " + now);
    }

    String now() {
        var opening = conversation.knowledge().openingAt(conversation.now(), conversation.zone());
        return hours.now(opening, conversation.now(), conversation.zone());
    }

    private String onDate(LocalDate date) {
        var facts = conversation.knowledge().facts();
        var special = facts.specialDays().stream()
                .filter(day -> day.date().equals(date))
                .findFirst();
        String day = special.map(hours::special)
                .orElseGet(() -> hours.day(date, facts.week().on(date.getDayOfWeek())));
        return date.equals(today()) ? day + " " + now() : day;
    }

    private Optional<SpecialDay> specialDay(String plain) {
        return conversation.knowledge().facts().specialDays().stream()
                .filter(day -> !day.date().isBefore(today()))
                .filter(day -> isNamed(day, plain))
                .findFirst();
    }

    private static boolean isNamed(SpecialDay day, String plain) {
        String label = Plain.folded(day.label()).replaceFirst(" day$", "");
        return !label.isEmpty() && plain.contains(label);
    }

    private Optional<LocalDate> date(String plain) {
        if (plain.matches(".*\\b(?:today|tonight|hoy)\\b.*")) {
            return Optional.of(today());
        }
        if (plain.matches(".*\\b(?:tomorrow|manana)\\b.*") && !plain.contains("la manana")) {
            return Optional.of(today().plusDays(1));
        }
        return Arrays.stream(DayOfWeek.values())
                .filter(day -> plain.matches(".*\\b(?:" + names(day) + ")s?\\b.*"))
                .findFirst()
                .map(day -> today().with(TemporalAdjusters.nextOrSame(day)));
    }

    private static String names(DayOfWeek day) {
        String english = day.getDisplayName(TextStyle.FULL, Locale.US);
        String spanish = day.getDisplayName(TextStyle.FULL, Language.SPANISH.locale());
        return Plain.folded(english) + "|" + Plain.folded(spanish);
    }

    private LocalDate today() {
        return conversation.now().atZone(conversation.zone()).toLocalDate();
    }

    private String word(String english, String spanish) {
        return language == Language.ENGLISH ? english : spanish;
    }
}
