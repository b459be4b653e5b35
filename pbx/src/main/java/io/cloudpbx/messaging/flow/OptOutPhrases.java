package io.cloudpbx.messaging.flow;

import io.cloudpbx.messaging.flow.PlainText.Sentence;
import java.util.Optional;

/** Free wordings that ask for no more texts (C2, second stage). */
final class OptOutPhrases {
    private OptOutPhrases() {}

    /** The sentence that asks for it, unless it is taken back or narrowed in the same breath. */
    static Optional<Sentence> in(PlainText text) {
        return text.first(sentence -> asks(sentence) && !isNarrowed(sentence));
    }

    /** Whether a sentence would be an opt-out if it did not speak of some hours or some things only. */
    static boolean isNarrowedIn(Sentence sentence) {
        return isNarrowed(sentence) && asks(sentence) && !Guards.isTextPreferred(sentence);
    }

    private static boolean isNarrowed(Sentence sentence) {
        return Guards.isNarrowed(sentence) || SpanishPhrases.NARROWED.in(sentence);
    }

    private static boolean asks(Sentence sentence) {
        return StopTexting.RHETORICAL.in(sentence)
                || !Guards.isTakenBack(sentence)
                        && (isClear(sentence) && !Guards.isAboutUs(sentence)
                                || isStopIt(sentence)
                                || StopTexting.HOW_TO.in(sentence)
                                || SpanishPhrases.OPT_OUT.in(sentence));
    }

    private static boolean isStopIt(Sentence sentence) {
        return StopTexting.STOP_IT.in(sentence)
                && !Guards.isQuestionAboutStopping(sentence)
                && !Guards.isOrdinaryStop(sentence);
    }

    /** As a whole, or in what stands between two commas: "Please, no more of these". */
    private static boolean isClear(Sentence sentence) {
        return isClear(sentence.words())
                || sentence.hasPart(part -> isClear(new Phrase.Words(part)))
                || Dismissals.in(sentence);
    }

    private static boolean isClear(Phrase.Words words) {
        return StopTexting.PHRASES.in(words) || Refusals.PHRASES.in(words) || Removals.PHRASES.in(words);
    }
}
