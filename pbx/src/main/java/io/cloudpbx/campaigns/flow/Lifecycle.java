package io.cloudpbx.campaigns.flow;

import io.cloudpbx.campaigns.Campaign.State;
import java.util.EnumSet;
import java.util.Set;

/** What may be done with a campaign, by how far it has come. */
public enum Lifecycle {
    CHANGE(
            State.DRAFT,
            EnumSet.of(State.DRAFT, State.SCHEDULED),
            "Only a draft, or one whose time has not come, can be changed."),
    START(State.RUNNING, EnumSet.of(State.DRAFT, State.SCHEDULED), "It has been started already."),
    SCHEDULE(State.SCHEDULED, EnumSet.of(State.DRAFT, State.SCHEDULED), "It has been started already."),
    /** It begins by itself no more. */
    PUT_OFF(State.DRAFT, EnumSet.of(State.SCHEDULED), "It is not scheduled."),
    PAUSE(State.PAUSED, EnumSet.of(State.RUNNING), "Only a campaign that is running can be paused."),
    /** Whoever has not been tried gets it from other numbers. */
    REASSIGN(State.PAUSED, EnumSet.of(State.PAUSED), "Pause it first; then its numbers can be changed."),
    RESUME(State.RUNNING, EnumSet.of(State.PAUSED), "Only a campaign that is paused can be resumed."),
    CANCEL(
            State.CANCELED,
            EnumSet.of(State.SCHEDULED, State.RUNNING, State.PAUSED),
            "There is nothing left of it to cancel."),
    END(State.DONE, EnumSet.of(State.RUNNING), "It is not running.");

    private final State to;
    private final Set<State> from;
    private final String refusal;

    Lifecycle(State to, Set<State> from, String refusal) {
        this.to = to;
        this.from = Set.copyOf(from);
        this.refusal = refusal;
    }

    public State to() {
        return to;
    }

    public Set<State> from() {
        return from;
    }

    /** What is said when it may not be done. */
    public String refusal() {
        return refusal;
    }
}
