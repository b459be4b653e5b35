package io.cloudpbx.calls.flow;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A rule of the call flow that led a caller on.
 *
 * @param place the key of the place at which it stands
 * @param rule what kind of rule it is, for people
 * @param reason what it found, for people
 * @param others where it did not lead
 * @param hours the name of the schedule that it looked at; null when it looked at none
 */
public record Passage(
        String place,
        String rule,
        String reason,
        List<NotTaken> others,
        @Nullable String hours) {
    public Passage {
        others = List.copyOf(others);
    }

    /** A way that was there. @param to the key of the place it leads to */
    public record NotTaken(String to, String why) {}
}
