package io.cloudpbx.calls.flow;

/**
 * What becomes of the recording when a call goes on. Nothing is recorded before the caller was told and could leave for a person, and
 * nothing while anybody else is on the line (C31, C32). Whoever presses a key during the announcement is not recorded in this call.
 */
public enum Taping {
    UNCHANGED,
    /** Say that the conversation is recorded, then begin. */
    ANNOUNCE,
    /** Begin anew: the caller was told before, and is back from somebody who did not take the call. */
    AGAIN,
    END;

    /** @param wanted whether the business records such conversations */
    public static Taping at(CallStep step, boolean wanted, Taped taped) {
        return switch (step) {
            case CallStep.Converse converse -> wanted ? begin(taped) : UNCHANGED;
            case CallStep.Connect connect -> end(taped);
            case CallStep.Ring ring -> end(taped);
            case CallStep.RingGroup group -> end(taped);
            case CallStep.Forward forward -> end(taped);
            case CallStep.Wait wait -> end(taped);
            case CallStep.TakeMessage message -> end(taped);
            case CallStep.Menu menu -> UNCHANGED;
            case CallStep.AskName ask -> UNCHANGED;
            case CallStep.ChooseName choose -> UNCHANGED;
            case CallStep.OneMoment moment -> UNCHANGED;
            case CallStep.Hold hold -> UNCHANGED;
            case CallStep.Park park -> UNCHANGED;
            case CallStep.Rejoin rejoin -> UNCHANGED;
            case CallStep.LeadOn on -> UNCHANGED;
            // A recording ends with its call, after the last word.
            case CallStep.Goodbye goodbye -> UNCHANGED;
        };
    }

    /** Of people who talk with each other. @param recorded whether they are, by {@link Recording} */
    public static Taping between(CallStep step, boolean recorded, Taped taped) {
        return switch (step) {
            case CallStep.Ring ring -> people(recorded, taped);
            case CallStep.RingGroup group -> people(recorded, taped);
            case CallStep.Connect connect -> people(recorded, taped);
            // Whoever answers there is asked nothing, so that nobody could tell them (C32).
            case CallStep.Forward forward -> end(taped);
            case CallStep.Converse converse -> end(taped);
            case CallStep.Wait wait -> end(taped);
            case CallStep.TakeMessage message -> end(taped);
            case CallStep.Menu menu -> end(taped);
            case CallStep.AskName ask -> end(taped);
            case CallStep.ChooseName choose -> end(taped);
            case CallStep.OneMoment moment -> end(taped);
            case CallStep.Hold hold -> end(taped);
            case CallStep.Park park -> end(taped);
            case CallStep.Rejoin rejoin -> end(taped);
            case CallStep.LeadOn on -> UNCHANGED;
            case CallStep.Goodbye goodbye -> UNCHANGED;
        };
    }

    /** Whether it rings somebody who is told before the two are joined. */
    public static boolean isOfPeople(CallStep step) {
        return step instanceof CallStep.Ring || step instanceof CallStep.RingGroup || step instanceof CallStep.Connect;
    }

    private static Taping people(boolean recorded, Taped taped) {
        return recorded ? begin(taped) : end(taped);
    }

    private static Taping begin(Taped taped) {
        return switch (taped) {
            case NOT_YET -> ANNOUNCE;
            case ENDED -> AGAIN;
            case BEGUN, NEVER_RAN -> UNCHANGED;
        };
    }

    private static Taping end(Taped taped) {
        return taped == Taped.BEGUN ? END : UNCHANGED;
    }
}
