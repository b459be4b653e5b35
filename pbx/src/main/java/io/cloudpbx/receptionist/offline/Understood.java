package io.cloudpbx.receptionist.offline;

import io.cloudpbx.receptionist.Decided.Candidate;
import io.cloudpbx.receptionist.Decision;
import java.util.List;

/** What was decided, and why. @param why a sentence @param candidates who was thought of, best first */
record Understood(Decision decision, String why, List<Candidate> candidates) {
    Understood {
        candidates = List.copyOf(candidates);
    }

    static Understood of(Decision decision, String why) {
        return new Understood(decision, why, List.of());
    }
}
