package io.cloudpbx.assistant;

import io.cloudpbx.assistant.words.Asked;
import io.cloudpbx.assistant.words.Phrases;
import io.cloudpbx.knowledge.words.Fitted;
import io.cloudpbx.knowledge.words.Language;
import io.cloudpbx.knowledge.words.Plain;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/**
 * Says that it is a machine that answers: before the first text of a conversation, and whenever somebody asks. No model has a
 * say in it (C33).
 */
final class IntroducingMind implements Mind {
    private static final int WORDS_OF_A_GREETING = 2;

    private final Mind mind;

    IntroducingMind(Mind mind) {
        this.mind = mind;
    }

    @Override
    public Drafted draft(Conversation conversation) {
        long began = System.nanoTime();
        if (!conversation.awaitsAnswer()) {
            return Drafted.of(
                    "rules", new Answer.Silence("They have not written since."), "Nothing to answer.", since(began));
        }
        String asked = conversation.unanswered();
        String truth = Phrases.notHuman(Language.of(asked), conversation.businessName());
        if (!Asked.whetherHuman(asked)) {
            String introduction = Phrases.introduction(Language.of(asked), conversation.businessName());
            return conversation.introduced() ? mind.draft(conversation) : led(introduction, mind.draft(conversation));
        }
        return asksNothingElse(asked)
                ? Drafted.of("rules", reply(truth), "They asked whether a person writes.", since(began))
                : led(truth, mind.draft(conversation));
    }

    private static boolean asksNothingElse(String asked) {
        return Arrays.stream(asked.split("[.?!\\n]+"))
                .map(Plain::folded)
                .filter(sentence -> sentence.split(" ").length > WORDS_OF_A_GREETING)
                .allMatch(Asked::whetherHuman);
    }

    private static Answer reply(String text) {
        return new Answer.Reply(text, List.of(), false);
    }

    private static Drafted led(String first, Drafted drafted) {
        return switch (drafted.answer()) {
            case Answer.Reply reply ->
                drafted.with(new Answer.Reply(joined(first, reply.text()), reply.factIds(), reply.alsoTellPerson()));
            case Answer.HandToPerson hand when hand.textToThem().isEmpty() -> drafted;
            case Answer.HandToPerson hand ->
                drafted.with(new Answer.HandToPerson(joined(first, hand.textToThem()), hand.reasonForStaff()));
            case Answer.Silence silence -> drafted;
            case Answer.OptOut optOut -> drafted;
        };
    }

    /** The introduction is never what is left out. */
    private static String joined(String first, String text) {
        return (first + " " + Fitted.to(Fitted.LONGEST - first.length() - 1, text)).strip();
    }

    private static Duration since(long began) {
        return Duration.ofNanos(System.nanoTime() - began);
    }
}
