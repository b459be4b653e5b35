package io.cloudpbx.receptionist.offline;

import io.cloudpbx.knowledge.words.Language;
import io.cloudpbx.receptionist.Decided.Candidate;
import io.cloudpbx.receptionist.offline.facts.Knowing.Told;
import io.cloudpbx.receptionist.offline.roster.Departments.Needed;
import io.cloudpbx.receptionist.offline.roster.Found;
import io.cloudpbx.receptionist.offline.roster.Roster;
import io.cloudpbx.receptionist.offline.speech.Phrasing;
import io.cloudpbx.receptionist.offline.speech.Slots;
import io.cloudpbx.receptionist.offline.speech.Utterance;
import io.cloudpbx.receptionist.offline.speech.Vocabulary;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** All that speaks for one or the other meaning of an utterance. @param people and {@code departments} best first */
record Evidence(Utterance utterance, List<Found> people, List<Needed> departments, Optional<Told> told, Roster roster) {
    private static final Phrasing TWO_WISHES =
            Phrasing.of("and also", "and then", "and", "also", "as well as", "plus", "y tambien", "tambien", "y");
    private static final double WISHED = 0.6;
    private static final int MOST_CANDIDATES = 5;
    private static final Phrasing ASKS = Phrasing.of(
            "^(?:(?:and|so|also|ok|okay|well|y|quick question|one question|i have a question|just|question|oh) )*(?:what|what's|whats|when|when's|where|where's|how|how's|which|is|are|do|does|did|can|could i|will|would|may|should|am|que|cual|cuales|cuando|donde|como|cuanto|cuanta|cuantos|a que|hasta|desde|hay|tienen|aceptan|abren|cierran|estan|esta|puedo|se puede|hablan|ofrecen|hacen|venden|tengo que|es posible)",
            "(?:wondering|curious|know|tell me|ask|asking|wanted to know|find out|check|see|calling to see|heard|sure) (?:if|whether|what|when|where|how|which|about|your|the)",
            "do you",
            "are you",
            "is there",
            "are there",
            "how (?:much|many|long|late|early|often|soon|far|old)",
            "what (?:time|is|are|kind|kinds|days?|do|does)",
            "y'all",
            "(?:saber|decir|decirme|preguntar|pregunta|dime) (?:si|cuanto|que|cual|donde|a que|cuando|como)",
            "si (?:aceptan|tienen|hay|puedo|estan|hacen)",
            "(?:cuanto|cuantos|cuanta|donde|a que hora|que (?:dias|tipo|seguros?|documentos|debo|necesito|tengo))");
    private static final Phrasing ACTS = Phrasing.of(
            "(?:i|we|i'd|i'm) (?:\\w+ )?(?:need|want|wanna|like|have|would like|trying|calling|looking) (?:to|a|an|some|someone|for) ?(?:\\w+ ){0,2}?(?:make|book|schedule|reschedule|cancel|change|move|pay|order|buy|return|report|talk|speak|set up|place|track|file|dispute|apply|renew|rent|quote|appointment|refund|estimate|update|confirm)",
            "(?:can|could|may) (?:i|we|you|someone|somebody) (?:please )?(?:make|book|schedule|reschedule|cancel|change|move|order|talk|speak|set up|place|track|transfer|connect|get|help|send|put|have|fix)",
            "(?:transfer|connect|put) me",
            "(?:where is|where's|where are|when will|when does|status of|check on|what happened to|donde esta|donde estan|cuando llega|que paso con|saber de) (?:my|our|mi|mis|nuestro|the status)",
            "(?:quiero|necesito|quisiera|puedo|me gustaria) (?:hacer|agendar|cancelar|cambiar|hablar|comprar|pedir|reportar|sacar|reservar|programar|mover|rentar|una? (?:cita|cotizacion|presupuesto))");
    private static final Phrasing QUESTION = Phrasing.of(
            "^(?:how (?:much|many|long|do|does|late|early|old)|what|what's|do i|do you|does|is|are|que|cuanto|cuanta|cuantos|como|cual|cuales)");
    private static final Phrasing TRANSFERS = Phrasing.of(
            "(?:talk|speak|chat) (?:to|with)",
            "(?:transfer|connect|put|patch|send|get) (?:me|us)",
            "(?:through|over) to",
            "looking for",
            "is (?!there|it|your|the)(?:\\w+ ){1,3}(?:there|available|around|in(?: today| yet| please| right| the office|$))",
            "(?:hablar|comunic\\w+|pas\\w+|transfier\\w+|transferir\\w*|conect\\w+) (?:con|a|me)",
            "comuniqueme",
            "paseme");

    /** The departments that the parts of a double wish need, each once; "I want to pay my bill and book a cleaning". */
    List<String> wanted() {
        List<String> wanted = Arrays.stream(TWO_WISHES.pattern().split(utterance.text()))
                .map(part -> utterance.with(Arrays.stream(part.strip().split(" "))
                        .filter(word -> !word.isEmpty())
                        .toList()))
                .filter(part -> !part.isEmpty())
                .map(part -> roster.departments().in(part))
                .filter(needed -> !needed.isEmpty() && needed.getFirst().score() >= WISHED)
                .map(needed -> needed.getFirst().department().id())
                .distinct()
                .toList();
        boolean isOneName = departments.stream().anyMatch(one -> one.isNamed() && one.score() >= 1);
        return isOneName || !TWO_WISHES.in(utterance.text()) ? List.of() : wanted;
    }

    /** Whether somebody of a department is asked for whose name was not understood: "prissy la in records". */
    boolean hasStranger() {
        List<String> words = utterance.words();
        for (int i = 1; i < words.size() && utterance.content() <= 4; i++) {
            boolean within = List.of("in", "from", "over").contains(words.get(i));
            int at = i;
            if (within
                    && words.subList(Math.max(0, i - 2), i).stream().anyMatch(this::isStrange)
                    && isUntaken(at - 1)
                    && isUntaken(Math.max(0, at - 2))) {
                return true;
            }
        }
        return false;
    }

    private boolean isUntaken(int at) {
        return people.stream().noneMatch(found -> found.score() >= 0.72 && found.from() <= at && at < found.to());
    }

    private boolean isStrange(String word) {
        return !Vocabulary.isCommon(word) && word.length() > 2 && !Vocabulary.isFiller(word) && !roster.isTelling(word);
    }

    boolean asks() {
        return ASKS.in(utterance.text());
    }

    /** Whether they speak of something of their own. */
    boolean isTheirs() {
        return utterance.words().stream()
                .anyMatch(word ->
                        List.of("my", "our", "mi", "mis", "nuestro", "nuestra").contains(word));
    }

    /** Whether they want something done, not known. */
    boolean acts() {
        return ACTS.in(utterance.text()) && !QUESTION.in(utterance.text());
    }

    /** Whether they want to be put through. */
    boolean transfers() {
        return TRANSFERS.in(utterance.text());
    }

    /** Whether somebody is plainly asked for by a name that nobody here has. */
    boolean asksForStranger() {
        return hasUnknownName(0) || hasStranger();
    }

    /** Whether somebody may be asked for who is not here. */
    boolean hasUnknownName() {
        return hasUnknownName(1);
    }

    private boolean hasUnknownName(int nearest) {
        Slots slots = Slots.of(utterance);
        List<String> words = utterance.words();
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i).replaceAll("'s$", "");
            if (isUntaken(i) && slots.nearness(i) <= nearest && isName(word, slots.nearness(i))) {
                return true;
            }
        }
        return false;
    }

    /** A given name, or no word of either language where a name is expected. */
    private boolean isName(String word, int nearness) {
        boolean given = Vocabulary.isGivenName(word) && (!Vocabulary.isCommon(word) || nearness == 0 && isAsked());
        boolean near = nearness == 0 || utterance.content() <= 3 && utterance.language() == Language.ENGLISH;
        return given || isStrange(word) && near;
    }

    private boolean isAsked() {
        return transfers() || utterance.content() <= 3;
    }

    /** The department that is wanted most, if any is for certain. */
    Optional<Needed> needed() {
        return departments.stream().findFirst().filter(best -> best.score() >= Fusion.NEEDED);
    }

    /** Who was thought of, best first. */
    List<Candidate> candidates() {
        Stream<Candidate> named =
                people.stream().map(found -> new Candidate(found.person().id(), rounded(found.score())));
        Stream<Candidate> wanted =
                departments.stream().map(one -> new Candidate(one.department().id(), rounded(one.score())));
        return Stream.concat(named, wanted)
                .sorted(Comparator.comparingDouble(Candidate::score).reversed())
                .limit(MOST_CANDIDATES)
                .toList();
    }

    private static double rounded(double score) {
        return Math.round(Math.clamp(score, 0.0, 1.0) * 1000) / 1000.0;
    }
}
