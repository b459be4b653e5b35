package io.cloudpbx.review.flow;

import io.cloudpbx.receptionist.Gist;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How a turn should end.
 *
 * @param kind of a decision
 * @param target whom or what it should name; null where anybody or nothing is right
 */
public record Expectation(String kind, @Nullable String target) {
    public static final Set<String> KINDS = Set.of(
            "connect",
            "take_message",
            "answer",
            "clarify",
            "operator",
            "reprompt",
            "opt_out",
            "emergency",
            "refuse",
            "end_call");

    /** Without one of these, a decision of the kind says nothing. */
    private static final Set<String> NEED_TARGET = Set.of("connect");

    private static final Set<String> MAY_HAVE_TARGET = Set.of("connect", "take_message", "answer");

    public boolean isWhole() {
        return target == null ? !NEED_TARGET.contains(kind) : MAY_HAVE_TARGET.contains(kind);
    }

    public boolean isMetBy(Gist gist) {
        return kind.equals(gist.kind()) && (target == null || gist.targets().contains(target));
    }
}
