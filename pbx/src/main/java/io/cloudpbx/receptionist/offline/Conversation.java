package io.cloudpbx.receptionist.offline;

import io.cloudpbx.receptionist.CallerTurn;
import io.cloudpbx.receptionist.CallerTurn.Speaker;
import io.cloudpbx.receptionist.CallerTurn.Spoken;
import io.cloudpbx.receptionist.Decision;
import io.cloudpbx.receptionist.offline.facts.Knowing;
import io.cloudpbx.receptionist.offline.roster.Roster;
import io.cloudpbx.receptionist.offline.speech.MessageWish;
import io.cloudpbx.receptionist.offline.speech.Utterance;
import java.util.List;
import java.util.Optional;

/** One turn in the light of those before it: limits, and answers to what was asked back. */
final class Conversation {
    private static final int MOST_TURNS = 8;
    private static final int MOST_QUESTIONS = 2;

    private final CallerTurn turn;
    private final Roster roster;
    private final Router router;

    Conversation(CallerTurn turn, Roster roster, Knowing knowing) {
        this.turn = turn;
        this.roster = roster;
        this.router = new Router(turn, roster, knowing);
    }

    Understood understand(Utterance utterance) {
        Sayings sayings = new Sayings(utterance.language(), roster.directory());
        Optional<Understood> alarm = new Filters(sayings).first(utterance, turn.heard(), timesRefused() > 0);
        if (alarm.isPresent()) {
            return alarm.get();
        }
        if (turn.number() > MOST_TURNS) {
            return operator(sayings, "The call has had its " + MOST_TURNS + " turns.");
        }
        Understood understood = new LastQuestion(turn, roster)
                .answeredBy(utterance, sayings)
                .orElseGet(() -> router.route(utterance, sayings));
        boolean asksAgain =
                understood.decision() instanceof Decision.Clarify || understood.decision() instanceof Decision.Reprompt;
        if (asksAgain && questionsInRow() >= MOST_QUESTIONS) {
            return operator(sayings, "They were not understood twice.");
        }
        return forMessage(understood, sayings);
    }

    private static Understood operator(Sayings sayings, String reason) {
        return Understood.of(new Decision.Operator(reason, sayings.operator()), reason);
    }

    /** Who wanted to leave a message, was asked for whom, and now says so, still wants to leave it. */
    private Understood forMessage(Understood understood, Sayings sayings) {
        boolean wanted = questionsInRow() > 0
                && lastOf(Speaker.CALLER)
                        .map(words -> MessageWish.in(Utterance.of(words, "")).isPresent())
                        .orElse(false);
        return wanted && understood.decision() instanceof Decision.Connect(String target, String say)
                ? new Understood(
                        new Decision.TakeMessage(target, sayings.takingMessage(target)),
                        "The message they wanted to leave is for them.",
                        understood.candidates())
                : understood;
    }

    private Optional<String> lastOf(Speaker speaker) {
        return turn.earlier().reversed().stream()
                .filter(spoken -> spoken.speaker() == speaker)
                .map(Spoken::words)
                .findFirst();
    }

    /** How often in a row, until now, they were asked back instead of helped. The greeting is no such question. */
    private int questionsInRow() {
        List<Spoken> earlier = turn.earlier();
        int questions = 0;
        for (int i = earlier.size() - 1; i > 0; i--) {
            Spoken spoken = earlier.get(i);
            if (spoken.speaker() == Speaker.CALLER) {
                continue;
            }
            boolean answers = earlier.subList(0, i).stream().anyMatch(before -> before.speaker() == Speaker.CALLER);
            if (!answers || !spoken.words().strip().endsWith("?")) {
                return questions;
            }
            questions++;
        }
        return questions;
    }

    private int timesRefused() {
        return (int) turn.earlier().stream()
                .filter(spoken -> spoken.speaker() == Speaker.CALLER)
                .filter(spoken -> Filters.isRefused(Utterance.of(spoken.words(), "")))
                .count();
    }
}
