package io.cloudpbx.receptionist.offline;

import io.cloudpbx.receptionist.CallerTurn;
import io.cloudpbx.receptionist.Decision;
import io.cloudpbx.receptionist.Directory.Person;
import io.cloudpbx.receptionist.offline.facts.Knowing;
import io.cloudpbx.receptionist.offline.facts.Knowing.Told;
import io.cloudpbx.receptionist.offline.filter.HumanWish;
import io.cloudpbx.receptionist.offline.roster.Found;
import io.cloudpbx.receptionist.offline.roster.Roster;
import io.cloudpbx.receptionist.offline.speech.Corrections;
import io.cloudpbx.receptionist.offline.speech.Digits;
import io.cloudpbx.receptionist.offline.speech.Introductions;
import io.cloudpbx.receptionist.offline.speech.MessageWish;
import io.cloudpbx.receptionist.offline.speech.Negations;
import io.cloudpbx.receptionist.offline.speech.Spelled;
import io.cloudpbx.receptionist.offline.speech.Utterance;
import java.util.List;
import java.util.Optional;

/** The pipeline of {@code ai-receptionist.md} section 8, from a whole utterance to whom or what it wants. */
final class Router {
    private final CallerTurn turn;
    private final Roster roster;
    private final Knowing knowing;

    Router(CallerTurn turn, Roster roster, Knowing knowing) {
        this.turn = turn;
        this.roster = roster;
        this.knowing = knowing;
    }

    Understood route(Utterance utterance, Sayings sayings) {
        Optional<Understood> noise = new Filters(sayings).noise(utterance, turn.confidence());
        if (noise.isPresent()
                && Digits.extension(utterance).isEmpty()
                && Spelled.in(utterance).isEmpty()) {
            return noise.get();
        }
        return Corrections.corrected(utterance, roster.nameWords())
                .map(corrected -> whole(corrected, sayings))
                .filter(Router::isDefinite)
                .orElseGet(() -> whole(utterance, sayings));
    }

    private static boolean isDefinite(Understood understood) {
        return switch (understood.decision()) {
            case Decision.Clarify clarify -> !clarify.candidates().isEmpty();
            case Decision.Reprompt unheard -> false;
            default -> true;
        };
    }

    private Understood whole(Utterance utterance, Sayings sayings) {
        Utterance wanted = Negations.removed(Introductions.removed(utterance), roster.nameWords());
        Optional<MessageWish> message = MessageWish.in(wanted);
        if (message.isPresent()) {
            return message(message.get(), sayings);
        }
        return extension(wanted, sayings)
                .or(() -> spelled(wanted, sayings))
                .orElseGet(() -> understood(wanted, sayings));
    }

    private Understood message(MessageWish wish, Sayings sayings) {
        Evidence evidence = evidence(wish.whom(), Optional.empty());
        Understood understood = new Fusion(evidence, sayings, turn.confidence()).addressee();
        return switch (understood.decision()) {
            case Decision.Connect(String target, String say) ->
                new Understood(
                        new Decision.TakeMessage(target, sayings.takingMessage(target)),
                        "They want to leave a message.",
                        understood.candidates());
            case Decision.Clarify unsure when !unsure.candidates().isEmpty() || evidence.hasUnknownName() -> understood;
            default ->
                Understood.of(
                        new Decision.TakeMessage(null, sayings.takingMessage("")),
                        "They want to leave a message, for nobody in particular.");
        };
    }

    private Optional<Understood> extension(Utterance utterance, Sayings sayings) {
        return Digits.extension(utterance)
                .map(digits -> roster.withExtension(digits)
                        .map(Person::id)
                        .map(id -> Understood.of(
                                new Decision.Connect(id, sayings.connecting(id)), "They said an extension."))
                        .orElseGet(() -> Understood.of(
                                new Decision.Clarify(sayings.unknownExtension(), List.of()),
                                "They said an extension that nobody has.")));
    }

    private Optional<Understood> spelled(Utterance utterance, Sayings sayings) {
        return Spelled.in(utterance)
                .map(roster.people()::spelled)
                .filter(people -> !people.isEmpty())
                .map(people -> {
                    Evidence evidence = new Evidence(
                            utterance, people, roster.departments().in(utterance), Optional.empty(), roster);
                    return new Fusion(evidence, sayings, turn.confidence()).person();
                });
    }

    private Understood understood(Utterance utterance, Sayings sayings) {
        Evidence evidence = evidence(utterance, knowing.about(utterance, turn));
        return new Fusion(evidence, sayings, turn.confidence()).decided(HumanWish.in(utterance.text()));
    }

    private Evidence evidence(Utterance utterance, Optional<Told> told) {
        List<Found> people = roster.people().in(utterance);
        return new Evidence(utterance, people, roster.departments().in(utterance), told, roster);
    }
}
