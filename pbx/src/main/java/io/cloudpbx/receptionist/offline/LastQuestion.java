package io.cloudpbx.receptionist.offline;

import io.cloudpbx.knowledge.words.Plain;
import io.cloudpbx.receptionist.CallerTurn;
import io.cloudpbx.receptionist.CallerTurn.Speaker;
import io.cloudpbx.receptionist.Decided.Candidate;
import io.cloudpbx.receptionist.Decision;
import io.cloudpbx.receptionist.Directory.Department;
import io.cloudpbx.receptionist.Directory.Person;
import io.cloudpbx.receptionist.offline.facts.Spoken;
import io.cloudpbx.receptionist.offline.roster.Departments.Needed;
import io.cloudpbx.receptionist.offline.roster.Found;
import io.cloudpbx.receptionist.offline.roster.Roster;
import io.cloudpbx.receptionist.offline.speech.Phrasing;
import io.cloudpbx.receptionist.offline.speech.Utterance;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What was asked back last. Whom it was about is read from its own words, so that it does not matter which mind asked it.
 */
final class LastQuestion {
    private static final Phrasing YES = Phrasing.of(
            "^(?:(?:yes|yeah|yep|yup|ya|uh huh|mhm|correct|right|that's|that is|the one|him|her|it|exactly|sure|please|ok|okay|absolutely|you got it|bingo|si|claro|correcto|exacto|asi es|ese|esa|por favor|ese mismo|right one|that one|i do|is|thanks|thank you|gracias) ?)+$");
    private static final Phrasing NO =
            Phrasing.of("^(?:no|nope|nah|neither|none|not|wrong|ninguno|ninguna|tampoco|incorrecto)");
    private static final List<Phrasing> ORDINALS = List.of(
            Phrasing.of("first(?: one| person)?", "number one", "the former", "1st", "primer[oa]?", "el uno", "la uno"),
            Phrasing.of(
                    "second(?: one| person)?",
                    "number two",
                    "the latter",
                    "2nd",
                    "segund[oa]",
                    "el otro",
                    "la otra",
                    "the other(?: one)?"),
            Phrasing.of("third(?: one| person)?", "number three", "3rd", "tercer[oa]?"));
    private static final Phrasing LAST = Phrasing.of("last one", "the last", "ultim[oa]");

    private final List<String> candidates;
    private final Roster roster;

    LastQuestion(CallerTurn turn, Roster roster) {
        this.roster = roster;
        this.candidates = turn.earlier().isEmpty() || turn.earlier().getLast().speaker() == Speaker.CALLER
                ? List.of()
                : namedIn(turn.earlier().getLast().words(), roster);
    }

    /** Those whom a question names, in its order; none when it is no question. */
    private static List<String> namedIn(String question, Roster roster) {
        if (!question.strip().endsWith("?")) {
            return List.of();
        }
        String text = " " + Plain.folded(question) + " ";
        List<Placed> people = placed(
                text,
                roster.directory().people().stream()
                        .map(person -> new Placed(person.id(), Spoken.name(person.fullName()), 0))
                        .toList());
        List<Placed> named = people.isEmpty()
                ? placed(
                        text,
                        roster.directory().departments().stream()
                                .map(department -> new Placed(department.id(), Spoken.name(department.name()), 0))
                                .toList())
                : people;
        return named.stream()
                .sorted(Comparator.comparingInt(Placed::at))
                .map(Placed::id)
                .toList();
    }

    private record Placed(String id, String name, int at) {}

    private static List<Placed> placed(String text, List<Placed> names) {
        List<Placed> placed = new ArrayList<>();
        for (Placed one : names) {
            String folded = Plain.folded(one.name());
            int at = folded.isEmpty() ? -1 : text.indexOf(" " + folded + " ");
            if (at >= 0) {
                placed.add(new Placed(one.id(), one.name(), at));
            }
        }
        return placed;
    }

    /** What an answer chooses; empty when it answers nothing that was asked. */
    Optional<Understood> answeredBy(Utterance utterance, Sayings sayings) {
        if (candidates.isEmpty()) {
            return Optional.empty();
        }
        String text = utterance.text();
        if (candidates.size() == 1 && YES.in(text)) {
            return Optional.of(chosen(candidates.getFirst(), sayings));
        }
        if (NO.in(text) && utterance.content() <= 1 && inName(utterance).isEmpty()) {
            return Optional.of(
                    Understood.of(new Decision.Reprompt(sayings.whom()), "It was none of those we asked about."));
        }
        return ordinal(text).or(() -> inName(utterance)).map(id -> chosen(id, sayings));
    }

    private static Understood chosen(String id, Sayings sayings) {
        return new Understood(
                new Decision.Connect(id, sayings.connecting(id)),
                "They chose one of those we asked about.",
                List.of(new Candidate(id, 1)));
    }

    private Optional<String> ordinal(String text) {
        if (candidates.size() < 2) {
            return Optional.empty();
        }
        for (int i = 0; i < Math.min(ORDINALS.size(), candidates.size()); i++) {
            if (ORDINALS.get(i).in(text)) {
                return Optional.of(candidates.get(i));
            }
        }
        return LAST.in(text) ? Optional.of(candidates.getLast()) : Optional.empty();
    }

    /** By a name, or by the department or the work of exactly one of them. */
    private Optional<String> inName(Utterance utterance) {
        List<Found> people = roster.people().among(candidates, utterance).stream()
                .filter(found -> found.score() >= 0.75)
                .toList();
        double best = people.isEmpty() ? 0 : people.getFirst().score();
        List<Found> nearest =
                people.stream().filter(found -> best - found.score() < 0.05).toList();
        if (nearest.size() == 1) {
            return Optional.of(nearest.getFirst().person().id());
        }
        List<String> needed = roster.departments().in(utterance).stream()
                .filter(one -> one.score() >= 0.5)
                .map(Needed::department)
                .map(Department::id)
                .toList();
        for (String department : needed) {
            List<String> within = candidates.stream()
                    .filter(id -> id.equals(department)
                            || roster.directory()
                                    .person(id)
                                    .map(Person::department)
                                    .filter(department::equals)
                                    .isPresent())
                    .toList();
            if (!within.isEmpty()) {
                return within.size() == 1 ? Optional.of(within.getFirst()) : Optional.empty();
            }
        }
        return Optional.empty();
    }
}
