package io.cloudpbx.calls.talk;

import io.cloudpbx.receptionist.CallerTurn.Speaker;
import io.cloudpbx.receptionist.CallerTurn.Spoken;
import java.util.List;
import java.util.stream.Stream;

/** What was said before a turn, which begins with what the receptionist says. */
public final class Earlier {
    private Earlier() {}

    /** Oldest first; a key stands for itself. */
    public static List<Spoken> than(int turn, List<TurnView> turns) {
        return turns.stream()
                .filter(each -> each.turn() <= turn)
                .flatMap(each -> Stream.of(
                        new Spoken(Speaker.RECEPTIONIST, each.said()),
                        new Spoken(Speaker.CALLER, each.turn() == turn ? "" : words(each))))
                .filter(spoken -> !spoken.words().isBlank())
                .toList();
    }

    private static String words(TurnView turn) {
        return turn.heard() == null || turn.heard().isBlank() ? turn.keys() : turn.heard();
    }
}
