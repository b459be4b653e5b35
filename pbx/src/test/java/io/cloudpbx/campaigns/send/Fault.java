package io.cloudpbx.campaigns.send;

import java.util.Arrays;
import java.util.Optional;

/** What goes wrong in the middle of a claim, which no world of its own is made for: enough of the others must have met it. */
enum Fault {
    CLAIM_UNHEARD("claim", "Deliveries are claimed, and the node that claimed them does not hear of it."),
    ATTEMPT_UNHEARD("leave", "Attempts are written down, and the node that wrote them does not hear of it."),
    LEASE_OVER("", "A lease ends while the carrier is being asked under it.");

    private final String statement;
    private final String sentence;

    Fault(String statement, String sentence) {
        this.statement = statement;
        this.sentence = sentence;
    }

    /** What it is when a statement is executed and its answer lost. */
    static Optional<Fault> ofLost(String statement) {
        return Arrays.stream(values())
                .filter(fault -> fault.statement.equals(statement))
                .findFirst();
    }

    @Override
    public String toString() {
        return sentence;
    }
}
