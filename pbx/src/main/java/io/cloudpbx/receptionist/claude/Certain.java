package io.cloudpbx.receptionist.claude;

import io.cloudpbx.receptionist.Decided;
import io.cloudpbx.receptionist.Decided.Candidate;
import io.cloudpbx.receptionist.Decision;

/** Whether a decision needs no second opinion. */
final class Certain {
    private static final double EXACT = 0.999;
    private static final double LEAD = 0.045;

    private Certain() {}

    static boolean is(Decided decided) {
        return decided.mind().equals("rules")
                || switch (decided.decision()) {
                    case Decision.Emergency emergency -> true;
                    case Decision.OptOut optOut -> true;
                    case Decision.Operator operator -> true;
                    case Decision.Refuse refuse -> true;
                    case Decision.EndCall end -> true;
                    case Decision.Connect connect -> isExact(decided, connect.target());
                    case Decision.TakeMessage message -> message.target() != null && isExact(decided, message.target());
                    case Decision.Answer answer -> false;
                    case Decision.Clarify clarify -> false;
                    case Decision.Reprompt again -> false;
                };
    }

    /** The very name, and nobody else's nearly. */
    private static boolean isExact(Decided decided, String target) {
        return decided.candidates().stream()
                        .anyMatch(candidate -> candidate.id().equals(target) && candidate.score() >= EXACT)
                && decided.candidates().stream()
                        .filter(candidate -> !candidate.id().equals(target))
                        .mapToDouble(Candidate::score)
                        .allMatch(score -> score <= EXACT - LEAD);
    }
}
