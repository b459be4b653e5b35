package io.cloudpbx.receptionist.offline.facts;

import io.cloudpbx.knowledge.BusinessFacts;
import io.cloudpbx.knowledge.KnowledgeSheet;
import io.cloudpbx.knowledge.SpecialDay;
import io.cloudpbx.knowledge.words.HoursInWords;
import io.cloudpbx.knowledge.words.Language;
import io.cloudpbx.knowledge.words.Plain;
import io.cloudpbx.receptionist.CallerTurn;
import io.cloudpbx.receptionist.offline.speech.Utterance;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What is known of the business, made ready for finding. */
public final class Knowing {
    private static final double CERTAIN = 0.9;
    private static final double COVERS = 0.62;
    private static final double COVERED = 0.7;

    private final KnowledgeSheet sheet;
    private final Questions questions;

    /**
     * Something that answers what was asked.
     *
     * @param score how certain, from 0 to 1
     * @param isTopic whether it is one of what every business is asked
     */
    public record Told(List<String> facts, String say, double score, boolean isTopic) {}

    public Knowing(KnowledgeSheet sheet) {
        this.sheet = sheet;
        this.questions = new Questions(sheet.faq());
    }

    public KnowledgeSheet sheet() {
        return sheet;
    }

    /** The answer, if there is one that can be said. */
    public Optional<Told> about(Utterance utterance, CallerTurn turn) {
        List<Topic> topics =
                Topic.of(utterance, Set.of(Plain.folded(turn.businessName()).split(" ")));
        Optional<Questions.Asked> asked = questions.askedBy(utterance);
        List<String> facts = new ArrayList<>();
        List<String> said = new ArrayList<>();
        for (Topic topic : topics) {
            String text = about(topic, utterance, turn);
            if (!text.isBlank()) {
                facts.add(topic.id());
                said.add(text);
            }
        }
        // "What are your hours?" is not "When is the pool open?", though both are about hours.
        boolean covered = asked.isPresent()
                && (topics.isEmpty()
                        || asked.get().similar() >= COVERS && asked.get().score() >= COVERED);
        if (covered) {
            String answer = Spoken.sentences(asked.get().entry().text().answer());
            facts.addFirst("faq_" + asked.get().entry().id().toString().substring(0, 8));
            if (!answer.isBlank()) {
                said.clear();
                said.add(answer);
            }
        }
        String say = String.join(" ", said).strip();
        double score = topics.isEmpty() ? asked.map(Questions.Asked::score).orElse(0.0) : CERTAIN;
        return say.isBlank() ? Optional.empty() : Optional.of(new Told(facts, say, score, !topics.isEmpty()));
    }

    private String about(Topic topic, Utterance utterance, CallerTurn turn) {
        BusinessFacts facts = sheet.facts();
        boolean english = utterance.language() == Language.ENGLISH;
        return switch (topic) {
            case HOURS -> facts.week().isUnknown() ? "" : hours(utterance, turn);
            case ADDRESS -> said(english ? "We're at " : "Estamos en ", facts.address());
            case PARKING -> said("", facts.parking());
        };
    }

    private static String said(String before, String fact) {
        String spoken = Spoken.sentences(fact);
        return spoken.isBlank() ? "" : before + spoken + (spoken.matches("(?s).*[.!?]") ? "" : ".");
    }

    private String hours(Utterance utterance, CallerTurn turn) {
        HoursInWords words = new HoursInWords(utterance.language());
        LocalDate today = turn.now().atZone(turn.zone()).toLocalDate();
        return day(utterance, today)
                .map(date -> onDate(date, words))
                .orElseGet(() -> words.week(sheet.facts().week()));
    }

    private String onDate(LocalDate date, HoursInWords words) {
        Optional<SpecialDay> special = sheet.facts().specialDays().stream()
                .filter(day -> day.date().equals(date))
                .findFirst();
        return special.map(words::special)
                .orElseGet(() -> words.day(date, sheet.facts().week().on(date.getDayOfWeek())));
    }

    private Optional<LocalDate> day(Utterance utterance, LocalDate today) {
        Optional<LocalDate> special = sheet.facts().specialDays().stream()
                .filter(day -> !day.date().isBefore(today) && !day.label().isBlank())
                .filter(day ->
                        utterance.text().contains(Plain.folded(day.label()).replaceFirst(" day$", "")))
                .map(SpecialDay::date)
                .findFirst();
        if (special.isPresent()) {
            return special;
        }
        if (utterance.words().stream()
                .anyMatch(word -> List.of("today", "tonight", "hoy").contains(word))) {
            return Optional.of(today);
        }
        boolean tomorrow = utterance.words().contains("tomorrow")
                || utterance.words().contains("manana") && !utterance.text().contains("la manana");
        return tomorrow ? Optional.of(today.plusDays(1)) : weekday(utterance, today);
    }

    private static Optional<LocalDate> weekday(Utterance utterance, LocalDate today) {
        return Arrays.stream(DayOfWeek.values())
                .filter(day -> Arrays.stream(Language.values())
                        .anyMatch(language -> utterance.words().stream()
                                .anyMatch(word ->
                                        word.equals(name(day, language)) || word.equals(name(day, language) + "s"))))
                .map(day -> today.with(TemporalAdjusters.nextOrSame(day)))
                .findFirst();
    }

    private static String name(DayOfWeek day, Language language) {
        return Plain.folded(day.getDisplayName(TextStyle.FULL, language.locale()));
    }
}
