package io.cloudpbx.calls.flow;

import io.cloudpbx.knowledge.words.Language;
import org.jspecify.annotations.Nullable;

/**
 * How far a conversation with the receptionist has come; carried along so that it is bounded.
 *
 * @param turn which of the caller's turns is awaited, from 1
 * @param unsure how many turns in a row were not understood
 * @param refused how often something was refused
 * @param missed the extension that was rung last and did not take the call; null when none was
 */
public record Talk(
        int turn, int unsure, int refused, @Nullable String missed, Language language) {
    public static final Talk BEGINNING = new Talk(1, 0, 0, null, Language.ENGLISH);

    Talk understood() {
        return new Talk(turn + 1, 0, refused, missed, language);
    }

    Talk notUnderstood() {
        return new Talk(turn + 1, unsure + 1, refused, missed, language);
    }

    Talk refusing() {
        return new Talk(turn + 1, 0, refused + 1, missed, language);
    }

    Talk missing(@Nullable String ext) {
        return new Talk(turn + 1, 0, refused, ext, language);
    }

    /** The same, in this language from here on. */
    public Talk in(Language other) {
        return new Talk(turn, unsure, refused, missed, other);
    }
}
