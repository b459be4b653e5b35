package io.cloudpbx.messaging.flow;

import io.cloudpbx.messaging.flow.PlainText.Sentence;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Understands what an inbound text is, by fixed rules alone: no model may weigh whether somebody wants to be left in peace.
 *
 * <p>The order is the point. An opt-out comes before everything, in whatever state the thread is; then the words that carriers
 * know, then danger. Only what is none of these is subject to the thread: silence towards those who opted out, doubt (which
 * pauses marketing even while a person has the thread), a person's own thread, and at last the assistant's.
 */
public final class Hearing {
    private static final Pattern SHORT_CODE = Pattern.compile("\\+?\\d{3,6}");
    private static final int LONGEST_QUOTE = 200;

    private Hearing() {}

    public static Heard hear(ArrivedText text, ThreadState thread) {
        PlainText plain = PlainText.of(text.body());
        boolean machine = isMachine(text, plain, thread);
        return optOut(plain, thread, machine)
                .or(() -> carrierWord(plain, thread))
                .or(() -> machine && isWrittenByMachine(text, plain) ? Optional.empty() : danger(plain))
                .orElseGet(() -> byThread(text, plain, thread, machine));
    }

    private static Optional<Heard> optOut(PlainText plain, ThreadState thread, boolean machine) {
        Optional<Sentence> keyword = Keywords.optOut(plain).filter(word -> !machine || isShort(plain));
        if (keyword.isPresent()) {
            return heard(Meaning.OPT_OUT, "They used a word that means STOP.", keyword);
        }
        if (machine) {
            return Optional.empty();
        }
        if (Context.makesOptOut(plain, thread.history())) {
            return heard(
                    Meaning.OPT_OUT, "It answers our question whether they want texts.", Optional.of(plain.whole()));
        }
        return OptOutPhrases.in(plain)
                .flatMap(said -> heard(Meaning.OPT_OUT, "They asked for no more texts.", Optional.of(said)));
    }

    /** Words for STOP of a few letters are a person's, whatever else looks automatic about the sender. */
    private static boolean isShort(PlainText plain) {
        return plain.whole().text().split(" ").length <= 4;
    }

    private static Optional<Heard> carrierWord(PlainText plain, ThreadState thread) {
        Optional<Sentence> whole = Optional.of(plain.whole());
        if (Keywords.isStart(plain)) {
            return heard(Meaning.OPT_IN, "They wrote START.", whole);
        }
        if (thread.optedOut()) {
            if (Keywords.isYes(plain)) {
                return heard(Meaning.OPT_IN, "They had opted out and wrote YES.", whole);
            }
            Optional<Sentence> wish = OptInPhrases.in(plain);
            if (wish.isPresent()) {
                return heard(Meaning.OPT_IN, "They had opted out and asked for texts again.", wish);
            }
        }
        return Keywords.isHelp(plain) ? heard(Meaning.HELP, "They wrote HELP.", whole) : Optional.empty();
    }

    private static Optional<Heard> danger(PlainText plain) {
        return Emergencies.in(plain)
                .flatMap(said -> heard(Meaning.EMERGENCY, "Somebody may be in danger.", Optional.of(said)));
    }

    private static Heard byThread(ArrivedText text, PlainText plain, ThreadState thread, boolean machine) {
        if (thread.optedOut()) {
            return new Heard(Meaning.SUPPRESSED, "They have opted out; it is kept and nothing is sent.", "");
        }
        if (machine || plain.isEmpty() && !hasPicture(text)) {
            return new Heard(Meaning.IGNORE, "No person wrote this, or it wants no answer.", "");
        }
        Optional<Sentence> doubt = Context.settles(plain, thread.history()) ? Optional.empty() : Doubts.in(plain);
        if (doubt.isPresent()) {
            return new Heard(
                    Meaning.OPT_OUT_REVIEW, "It may have been an opt-out; a person decides.", quote(doubt.get()));
        }
        if (!thread.assistantOn()) {
            return new Heard(Meaning.HUMAN_THREAD, "A person has this thread.", "");
        }
        return PersonWanted.in(plain)
                .map(said -> new Heard(Meaning.HUMAN, "They ask for a person.", quote(said)))
                .orElseGet(() -> new Heard(Meaning.AI, "The assistant may answer.", ""));
    }

    private static boolean isMachine(ArrivedText text, PlainText plain, ThreadState thread) {
        return SHORT_CODE.matcher(text.from()).matches()
                || isWrittenByMachine(text, plain)
                || Machines.isLoop(plain, thread.history());
    }

    private static boolean isWrittenByMachine(ArrivedText text, PlainText plain) {
        return Machines.isReaction(text.body()) || Machines.isAutomatic(plain);
    }

    /** A picture without words, or with nothing but an emoji, is for somebody to look at. */
    private static boolean hasPicture(ArrivedText text) {
        return text.mediaCount() > 0 || text.body().codePoints().anyMatch(Hearing::isEmoji);
    }

    private static boolean isEmoji(int point) {
        return Character.isEmoji(point) && point > 0xFF;
    }

    private static Optional<Heard> heard(Meaning meaning, String reason, Optional<Sentence> said) {
        return said.map(sentence -> new Heard(meaning, reason, quote(sentence)));
    }

    private static String quote(Sentence sentence) {
        String words = sentence.original();
        return words.length() <= LONGEST_QUOTE
                ? words
                : words.substring(
                                0,
                                words.offsetByCodePoints(
                                        0, Math.min(LONGEST_QUOTE, words.codePointCount(0, words.length()))))
                        + "…";
    }
}
