package io.cloudpbx.receptionist.offline;

import io.cloudpbx.knowledge.words.Plain;
import io.cloudpbx.receptionist.Decision;
import io.cloudpbx.receptionist.Directory.Person;
import io.cloudpbx.receptionist.offline.facts.Knowing.Told;
import io.cloudpbx.receptionist.offline.roster.Departments.Needed;
import io.cloudpbx.receptionist.offline.roster.Found;
import java.util.List;
import java.util.Objects;

/**
 * Weighs what speaks for a person, a department or a fact. A question too many is better than a wrong connection, three to one
 * ({@code ai-receptionist.md} section 8).
 */
final class Fusion {
    static final double NEEDED = 0.5;

    private static final double SURE = 0.8;
    private static final double WORTH_ASKING = 0.72;
    private static final double LEAD = 0.045;
    private static final double FULL_NAME_LEAD = 0.03;
    private static final double DEPARTMENT_LEAD = 0.15;
    private static final double PERHAPS = 0.4;
    private static final double ASKED = 0.48;
    private static final double PLAINLY_ASKED = 0.7;
    private static final double DISTINCT = 0.8;
    private static final double HEARD = 0.5;
    private static final int MOST = 3;

    private final Evidence evidence;
    private final Sayings sayings;
    private final double confidence;

    Fusion(Evidence evidence, Sayings sayings, double confidence) {
        this.evidence = evidence;
        this.sayings = sayings;
        this.confidence = confidence;
    }

    Understood decided(boolean human) {
        if (isPerson()) {
            return person();
        }
        if (isNamedDepartment()) {
            return department();
        }
        if (isFact()) {
            return fact();
        }
        boolean unknown = evidence.hasUnknownName();
        if ((evidence.asksForStranger() || unknown && evidence.transfers()) && !isDoubtfulPerson()) {
            return unknownName();
        }
        if (evidence.needed().isPresent() && !(isDoubtfulPerson() && (evidence.transfers() || isSomebodyWithin()))) {
            return department();
        }
        if (isDoubtfulPerson()) {
            return person();
        }
        if (human) {
            String why = "They asked for a person, any person.";
            return understood(new Decision.Operator(why, sayings.operator()), why);
        }
        return rest(unknown);
    }

    /** For whom a message is: no facts, and any person thought of is asked about. */
    Understood addressee() {
        if (isPerson()) {
            return person();
        }
        if (evidence.needed().isPresent() && !evidence.hasUnknownName()) {
            return department();
        }
        return isDoubtfulPerson() ? person() : evidence.hasUnknownName() ? unknownName() : whom();
    }

    private Understood rest(boolean unknown) {
        if (evidence.told()
                .filter(told -> evidence.asks() || told.score() >= PLAINLY_ASKED)
                .isPresent()) {
            return fact();
        }
        if (unknown) {
            return unknownName();
        }
        List<String> perhaps = evidence.departments().stream()
                .filter(one -> one.score() >= PERHAPS)
                .limit(MOST)
                .map(one -> one.department().id())
                .toList();
        return perhaps.isEmpty()
                ? whom()
                : clarify(sayings.didYouMean(perhaps), perhaps, "Some departments may be meant, none for certain.");
    }

    private boolean isPerson() {
        return !evidence.people().isEmpty() && best().score() >= SURE && !isOutweighed(best());
    }

    private boolean isDoubtfulPerson() {
        return !evidence.people().isEmpty() && best().score() >= WORTH_ASKING;
    }

    /** What somebody does is said of their department as well: "insurance coordinator". What was learned is weaker than any name. */
    private boolean isOutweighed(Found best) {
        boolean named = evidence.departments().stream()
                .anyMatch(one -> one.isNamed()
                        && one.score() >= 1
                        && best.to() - best.from() <= one.department().name().split(" ").length);
        boolean inPassing = best.to() - best.from() == 1
                && evidence.utterance().content() > 1
                && !evidence.transfers()
                && evidence.needed().filter(one -> one.score() >= PLAINLY_ASKED).isPresent();
        return (best.isTitle() || best.isLearned()) && (named || inPassing);
    }

    private Found best() {
        return evidence.people().getFirst();
    }

    private boolean isNamedDepartment() {
        boolean named = evidence.needed()
                .filter(best -> best.isNamed() && best.score() >= 1)
                .isPresent();
        boolean asked =
                evidence.asks() && !evidence.transfers() && evidence.told().isPresent();
        return named
                && !asked
                && !isSomebodyWithin()
                && !evidence.asksForStranger()
                && !(evidence.hasUnknownName() && evidence.transfers());
    }

    /** "Prissy la in records" is somebody of the records, though nobody knows who. */
    private boolean isSomebodyWithin() {
        return isDoubtfulPerson()
                && evidence.utterance().content() <= 4
                && evidence.departments()
                        .getFirst()
                        .department()
                        .id()
                        .equals(best().person().department());
    }

    private boolean isFact() {
        if (evidence.told().isEmpty() || evidence.transfers()) {
            return false;
        }
        Told told = evidence.told().get();
        if (told.isTopic()) {
            return true;
        }
        double needed = evidence.needed().map(Needed::score).orElse(0.0);
        if (evidence.acts()) {
            return evidence.asks() && told.score() >= PLAINLY_ASKED && told.score() > needed;
        }
        return evidence.asks()
                ? told.score() >= ASKED
                : told.score() >= ASKED && needed < NEEDED
                        || told.score() >= PLAINLY_ASKED && told.score() > needed && !evidence.isTheirs();
    }

    private Understood fact() {
        Told told = evidence.told().orElseThrow();
        return understood(
                new Decision.Answer(told.facts(), told.say()),
                "Answered from " + String.join(", ", told.facts()) + ".");
    }

    Understood person() {
        List<Found> near = nearest();
        if (near.size() > 1) {
            near = withinDepartment(near);
        }
        Found best = near.getFirst();
        if (near.size() > MOST) {
            return clarify(sayings.lastName(), ids(near), "More than three people are called so.");
        }
        if (near.size() > 1) {
            return clarify(sayings.didYouMean(ids(near)), ids(near), "Several people are called so, or sound so.");
        }
        if (best.score() < SURE || !best.isCertain() || confidence < HEARD) {
            return clarify(sayings.didYouMean(ids(near)), ids(near), "The name is not quite certain.");
        }
        return connect(best.person().id(), "They named " + (best.isTitle() ? "what somebody does." : "somebody."));
    }

    /** Whoever is as near as the best, or could not be told from the best by ear. */
    private List<Found> nearest() {
        Found best = best();
        double lead = best.isFull() ? FULL_NAME_LEAD : LEAD;
        return evidence.people().stream()
                .filter(found -> found == best
                        || found.score() >= WORTH_ASKING
                                && (best.score() - found.score() < lead
                                        || found.soundsLike(best) && found.isFull() == best.isFull()))
                .toList();
    }

    /** The department, when it was named or is plainly needed, tells people of one name apart. */
    private List<Found> withinDepartment(List<Found> near) {
        for (Needed one : evidence.departments()) {
            List<Found> within = near.stream()
                    .filter(found -> Objects.equals(
                            found.person().department(), one.department().id()))
                    .toList();
            if (one.score() >= DISTINCT && !within.isEmpty()) {
                return within;
            }
        }
        List<Found> titled =
                near.stream().filter(found -> isTitleSaid(found.person())).toList();
        return titled.isEmpty() ? near : titled;
    }

    private boolean isTitleSaid(Person person) {
        return !person.title().isBlank() && evidence.utterance().text().contains(Plain.folded(person.title()));
    }

    private Understood department() {
        Needed best = evidence.departments().getFirst();
        List<String> ids = evidence.wanted().size() > 1 ? evidence.wanted() : near(best);
        if (ids.size() > 1) {
            return clarify(sayings.didYouMean(ids), ids, "Several departments may be meant.");
        }
        if (confidence < HEARD) {
            return clarify(sayings.didYouMean(ids), ids, "Recognition was not sure of the words.");
        }
        return connect(
                best.department().id(),
                best.isNamed() ? "They named the department." : "They need what the department does.");
    }

    private List<String> near(Needed best) {
        boolean named = best.isNamed() && best.score() >= 1;
        return evidence.departments().stream()
                .filter(one -> one.score() >= NEEDED
                        && best.score() - one.score() < (named && one.isNamed() ? 0.3 : DEPARTMENT_LEAD)
                        && !(named && (!one.isNamed() || isWithin(one, best) && one != best)))
                .limit(MOST)
                .map(one -> one.department().id())
                .toList();
    }

    /** "New car sales" names no other sales. */
    private static boolean isWithin(Needed one, Needed best) {
        int length = best.department().name().split(" ").length;
        return one.at() >= best.at() && one.at() < best.at() + length;
    }

    private Understood unknownName() {
        List<String> perhaps =
                evidence.needed().map(one -> List.of(one.department().id())).orElse(List.of());
        String question = perhaps.isEmpty() ? sayings.unknownName() : sayings.didYouMean(perhaps);
        return clarify(question, perhaps, "They asked for somebody who is not in the directory.");
    }

    private Understood whom() {
        return clarify(sayings.whom(), List.of(), "Nothing certain could be made of it.");
    }

    private Understood connect(String id, String why) {
        return understood(new Decision.Connect(id, sayings.connecting(id)), why);
    }

    private Understood clarify(String question, List<String> ids, String why) {
        return understood(
                new Decision.Clarify(question, ids.stream().limit(MOST).toList()), why);
    }

    private Understood understood(Decision decision, String why) {
        return new Understood(decision, why, evidence.candidates());
    }

    private static List<String> ids(List<Found> found) {
        return found.stream().map(one -> one.person().id()).toList();
    }
}
