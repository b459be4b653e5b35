package io.cloudpbx.calls.flow;

import io.cloudpbx.knowledge.words.Language;

/** Something that is said to a caller. {@link Words} are a mind's or the business's own; the rest is worded where TwiML is written. */
public sealed interface Saying {
    /** In which it is said. */
    Language language();

    /** This, and then something else. */
    default Saying and(Saying next) {
        if (this instanceof Nothing) {
            return next;
        }
        return next instanceof Nothing ? this : new Both(this, next);
    }

    record Nothing(Language language) implements Saying {}

    record Both(Saying first, Saying then) implements Saying {
        @Override
        public Language language() {
            return then.language();
        }
    }

    /** What a mind or the business wants said. */
    record Words(String text, Language language) implements Saying {}

    /** Somebody is about to be rung. @param name theirs, or of a group */
    record Connecting(String name, Language language) implements Saying {}

    record Greeting(Language language) implements Saying {}

    /** Nothing was said. */
    record StillThere(Language language) implements Saying {}

    /** Whom the mind wanted there is not. */
    record WhoElse(Language language) implements Saying {}

    record NoSuchExtension(String digits, Language language) implements Saying {}

    /** Whoever was rung did not take the call. @param name theirs, or the department's */
    record NotTaken(String name, Language language) implements Saying {}

    /** The connection broke, and is there again. */
    record CutOff(Language language) implements Saying {}

    /** A life may be in danger. */
    record DialEmergency(Language language) implements Saying {}
}
