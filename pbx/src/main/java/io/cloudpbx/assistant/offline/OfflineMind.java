package io.cloudpbx.assistant.offline;

import io.cloudpbx.assistant.Answer;
import io.cloudpbx.assistant.Conversation;
import io.cloudpbx.assistant.Drafted;
import io.cloudpbx.assistant.Mind;
import io.cloudpbx.assistant.words.Asked;
import io.cloudpbx.assistant.words.Phrases;
import io.cloudpbx.knowledge.Opening;
import io.cloudpbx.knowledge.words.Fitted;
import io.cloudpbx.knowledge.words.Language;
import io.cloudpbx.knowledge.words.Plain;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** Reads sentence by sentence, answers those it is sure of, and tells people about the others. */
public final class OfflineMind implements Mind {
    private static final int LONGEST_MANNERS = 120;
    private static final Pattern GREETING = Pattern.compile(
            "(?:hi|hello|hey|heya|hiya|howdy|yo|there|good (?:morning|afternoon|evening|day)|morning|greetings|hola|buen(?:os|as)"
                    + "(?: dias| tardes| noches)?|buen dia|que tal|how are you|team|everyone|folks|sir|madam|\\s)+");
    private static final Pattern THANKS = Pattern.compile(
            "(?:(?:ok|okay|k|great|perfect|cool|awesome|nice|good|got it|alright|sounds good|will do|see you|bye|have a (?:good|great|nice) "
                    + "(?:day|one|evening|weekend)|thanks?|thank you|thx|ty|tysm|so much|very much|a lot|again|you too|no problem|"
                    + "gracias|muchas|perfecto|vale|listo|muy amable|igualmente|adios|hasta luego)\\s*)+");

    @Override
    public Drafted draft(Conversation conversation) {
        long began = System.nanoTime();
        var language = Language.of(conversation.unanswered());
        var reading = Reading.of(conversation, language);
        Answer answer = answer(conversation, language, reading);
        String why = reading.facts().isEmpty()
                ? "No question of theirs was certain."
                : "Answered from " + String.join(", ", reading.facts()) + ".";
        return Drafted.of("offline", answer, why, Duration.ofNanos(System.nanoTime() - began));
    }

    private static Answer answer(Conversation conversation, Language language, Reading reading) {
        String asked = conversation.unanswered();
        if (Asked.forPerson(asked)) {
            return hand(conversation, Phrases.personComes(language), "They asked for a person.");
        }
        if (!reading.answers().isEmpty()) {
            String text = Fitted.to(Fitted.LONGEST, String.join(" ", reading.answers()));
            boolean rest = reading.isPartial();
            return text.isEmpty()
                    ? passedOn(conversation, language)
                    : new Answer.Reply(
                            rest ? with(text, Phrases.restPassedOn(language)) : text,
                            reading.facts(),
                            rest || reading.isWish());
        }
        String plain = Plain.folded(asked);
        if (isThanks(plain)) {
            return new Answer.Silence("They only said thanks or goodbye.");
        }
        if (isGreeting(plain)) {
            return new Answer.Reply(Phrases.howCanIHelp(language), List.of(), false);
        }
        return passedOn(conversation, language);
    }

    private static Answer passedOn(Conversation conversation, Language language) {
        String now = new Told(conversation, language).now();
        boolean closed =
                conversation.knowledge().openingAt(conversation.now(), conversation.zone()) instanceof Opening.Closed;
        String text = closed ? with(Phrases.passedOn(language), now) : Phrases.passedOn(language);
        return hand(conversation, text, "The business's knowledge does not answer it, or not for certain.");
    }

    /** What they have been told last they are not told again. */
    private static Answer hand(Conversation conversation, String text, String reason) {
        boolean said = Arrays.stream(Language.values())
                .anyMatch(language -> conversation.lastSent().contains(Phrases.passedOn(language))
                        || conversation.lastSent().contains(Phrases.personComes(language)));
        return new Answer.HandToPerson(said ? "" : text, reason);
    }

    private static String with(String text, String more) {
        return text.length() + 1 + more.length() <= Fitted.LONGEST ? text + " " + more : text;
    }

    /** Whether a sentence asks for nothing. */
    static boolean isManners(String plain) {
        return plain.isEmpty() || isGreeting(plain) || isThanks(plain);
    }

    private static boolean isGreeting(String plain) {
        return plain.length() <= LONGEST_MANNERS && GREETING.matcher(plain).matches();
    }

    private static boolean isThanks(String plain) {
        return plain.length() <= LONGEST_MANNERS && THANKS.matcher(plain).matches();
    }
}
