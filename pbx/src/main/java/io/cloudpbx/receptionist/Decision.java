package io.cloudpbx.receptionist;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is to happen in a call: all that a mind can want ({@code ai-receptionist.md} section 5.1). */
public sealed interface Decision {
    /**
     * Ring a person or a department.
     *
     * @param target an id of the directory
     * @param say spoken before, so that a wrong match can be stopped
     */
    record Connect(String target, String say) implements Decision {}

    /** Record a message. @param target whose mailbox, an id of the directory; null for the business's own */
    record TakeMessage(@Nullable String target, String say) implements Decision {}

    /** Tell something and listen on. @param facts ids of what is told, as the fact sheet names it */
    record Answer(List<String> facts, String say) implements Decision {
        public Answer {
            facts = List.copyOf(facts);
        }
    }

    /** Ask once and listen. @param candidates ids of the directory that the question is about, at most three */
    record Clarify(String question, List<String> candidates) implements Decision {
        public Clarify {
            candidates = List.copyOf(candidates);
        }
    }

    /** A person who answers for all. @param reason a sentence of our own for the log, never the caller's or the model's */
    record Operator(String reason, String say) implements Decision {}

    /** Nothing was understood: ask again. */
    record Reprompt(String say) implements Decision {}

    /** They want no more calls or texts. @param quote their own words */
    record OptOut(String quote, String say) implements Decision {}

    /** Something is dangerous: tell them to hang up and dial 911, alert staff ({@code ai-receptionist.md} section 6). */
    record Emergency(String say) implements Decision {}

    /** What was asked for is refused: numbers, secrets, orders to the machine. */
    record Refuse(String reason, String say) implements Decision {}

    /** The call is over. */
    record EndCall(Reason reason, String say) implements Decision {
        /** Why it ends. */
        public enum Reason {
            GOODBYE,
            WRONG_NUMBER
        }
    }
}
