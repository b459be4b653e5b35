package io.cloudpbx.calls.talk;

import io.cloudpbx.calls.talk.TurnView.Weighed;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * What a conversation taught about how callers call somebody.
 *
 * @param target the id of whom they meant, as minds know it
 * @param heard what they said for it
 * @param asked whether they were asked whom they meant, and confirmed it
 */
record Lesson(String target, String heard, boolean asked) {
    /**
     * A conversation that led to one connection and ended with it. Whoever came back, was connected twice or chose somebody who
     * was not asked about teaches nothing.
     *
     * @param turns of the caller, in order
     */
    static Optional<Lesson> of(List<TurnView> turns) {
        var said = turns.stream().filter(turn -> turn.heardAt() != null).toList();
        if (said.isEmpty() || kinds(said, "connect") != 1) {
            return Optional.empty();
        }
        return target(said.getLast()).map(target -> taught(target, said));
    }

    private static long kinds(List<TurnView> turns, String kind) {
        return turns.stream().filter(turn -> decision(turn, kind).isPresent()).count();
    }

    private static Lesson taught(String target, List<TurnView> said) {
        TurnView last = said.getLast();
        TurnView before = said.size() > 1 ? said.get(said.size() - 2) : last;
        return asksAbout(before, target)
                ? new Lesson(target, words(before), true)
                : new Lesson(target, words(last), false);
    }

    private static Optional<String> target(TurnView turn) {
        return decision(turn, "connect").map(decision -> decision.path("target").asString(""));
    }

    private static boolean asksAbout(TurnView turn, String target) {
        return decision(turn, "clarify").stream()
                .flatMap(decision -> decision.path("candidates").valueStream())
                .anyMatch(candidate -> candidate.asString("").equals(target));
    }

    private static Optional<JsonNode> decision(TurnView turn, String kind) {
        return Optional.ofNullable(turn.weighed())
                .map(Weighed::decision)
                .filter(decision -> decision.path("kind").asString("").equals(kind));
    }

    private static String words(TurnView turn) {
        return turn.heard() == null ? "" : turn.heard();
    }
}
