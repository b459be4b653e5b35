package io.cloudpbx.calls.taping;

import io.cloudpbx.calls.talk.TurnView;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * Whether something was said or pressed that nobody may keep, so that the sound of it is not kept either (C32). The words were blotted out
 * when they were heard; in sound nobody can say where they begin and end.
 */
final class Unkept {
    private static final Pattern BLOTTED = Pattern.compile("\\[(card|social security|long) number]");

    /** Keys of one turn are no more than an extension has, so a longer number fills turn after turn. */
    private static final int MOST_KEYS = 1;

    private Unkept() {}

    /** @param turns oldest first */
    static boolean isIn(List<TurnView> turns) {
        boolean pressed = false;
        for (TurnView turn : turns) {
            boolean presses = turn.keys().length() > MOST_KEYS;
            if ((pressed && presses)
                    || BLOTTED.matcher(Objects.requireNonNullElse(turn.heard(), ""))
                            .find()) {
                return true;
            }
            pressed = presses;
        }
        return false;
    }
}
