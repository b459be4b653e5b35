package io.cloudpbx.assistant;

import java.util.List;

/** What to do about a text: all that the assistant can want. */
public sealed interface Answer {
    /**
     * Send this.
     *
     * @param factIds what of the business's knowledge it says
     * @param alsoTellPerson whether it leaves something for a person to see to
     */
    record Reply(String text, List<String> factIds, boolean alsoTellPerson) implements Answer {
        public Reply {
            factIds = List.copyOf(factIds);
        }
    }

    /**
     * A person has to answer.
     *
     * @param textToThem what to send meanwhile; empty: nothing
     * @param reasonForStaff a sentence of our own, never the texter's or the model's
     */
    record HandToPerson(String textToThem, String reasonForStaff) implements Answer {}

    /** Nothing is to be said. */
    record Silence(String reason) implements Answer {}

    /**
     * They want no more texts.
     *
     * @param quote their own words
     */
    record OptOut(String quote) implements Answer {}
}
