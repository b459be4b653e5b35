package io.cloudpbx.assistant.claude;

import io.cloudpbx.assistant.Answer;
import io.cloudpbx.assistant.Conversation;
import io.cloudpbx.assistant.words.Phrases;
import io.cloudpbx.claude.Reply;
import io.cloudpbx.knowledge.guard.Ground;
import io.cloudpbx.knowledge.guard.Objection;
import io.cloudpbx.knowledge.guard.OutputGuard;
import io.cloudpbx.knowledge.words.FactSheet;
import io.cloudpbx.knowledge.words.Fitted;
import io.cloudpbx.knowledge.words.Language;
import io.cloudpbx.knowledge.words.Plain;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What the model chose, believed as far as it can be checked. */
final class Choices {
    private final Conversation conversation;
    private final FactSheet sheet;
    private final Ground ground;
    private final Language language;

    Choices(Conversation conversation, FactSheet sheet, String situation) {
        this.conversation = conversation;
        this.sheet = sheet;
        this.ground =
                new Ground(conversation.businessName() + "\n" + sheet.text() + "\n" + situation, Instructions.secret());
        this.language = Language.of(conversation.unanswered());
    }

    /** An answer and why it is that one. */
    record Decision(Answer answer, String why) {}

    /** Words without a choice are a reply that draws on nothing. */
    Decision of(Reply.Answered answered) {
        var choice = answered.choice();
        if (choice == null) {
            return reply(answered.text(), List.of(), true);
        }
        return switch (choice.tool()) {
            case "reply" ->
                reply(
                        choice.text("text"),
                        facts(choice),
                        Boolean.TRUE.equals(choice.arguments().get("tell_staff")));
            case "hand_to_person" -> hand(choice.text("text"), Reason.named(choice.text("reason")));
            case "opt_out" -> optOut(choice.text("quote"));
            case "silence" -> new Decision(new Answer.Silence("There is nothing to say."), "Claude would say nothing.");
            default -> stopped("chose what was not offered");
        };
    }

    private Decision reply(String text, List<String> facts, boolean tellPerson) {
        if (!sheet.ids().containsAll(facts)) {
            return stopped("named a fact that does not exist");
        }
        String used = facts.isEmpty() ? "nothing known" : String.join(", ", facts);
        return checked(
                text,
                sent -> new Decision(
                        new Answer.Reply(sent, facts, tellPerson), "Claude answered, drawing on " + used + "."));
    }

    private Decision hand(String text, Reason reason) {
        if (text.isBlank()) {
            return new Decision(
                    new Answer.HandToPerson(Phrases.passedOn(language), reason.sentence()),
                    "Claude left it to a person.");
        }
        return checked(
                text,
                sent -> new Decision(new Answer.HandToPerson(sent, reason.sentence()), "Claude left it to a person."));
    }

    /** Only in their own words: nobody is signed off because a model says so. */
    private Decision optOut(String quote) {
        String theirs = Plain.folded(conversation.unanswered());
        String quoted = Plain.folded(quote);
        return quoted.isEmpty() || !theirs.contains(quoted)
                ? stopped("quoted what they did not write")
                : new Decision(
                        new Answer.OptOut(Plain.visible(quote).strip()), "Claude read it as a wish for no more texts.");
    }

    private Decision checked(String text, Function<String, Decision> otherwise) {
        String sendable = Plain.sendable(text);
        String fitted = Fitted.to(Fitted.LONGEST, sendable);
        if (fitted.isEmpty() && !sendable.isEmpty()) {
            return stopped(Objection.TOO_LONG.words());
        }
        // All of it is looked at, not only what would be sent.
        Optional<Objection> objection = OutputGuard.objection(sendable, ground);
        return objection.map(found -> stopped(found.words())).orElseGet(() -> otherwise.apply(fitted));
    }

    private Decision stopped(String what) {
        return new Decision(
                new Answer.HandToPerson(
                        Phrases.passedOn(language), "The assistant's answer was not sent, because it " + what + "."),
                "Claude's answer " + what + ".");
    }

    /** Anything but a text is a fact that does not exist. */
    private static List<String> facts(Reply.Choice choice) {
        return choice.arguments().get("fact_ids") instanceof List<?> ids
                ? ids.stream().map(String::valueOf).toList()
                : List.of("");
    }
}
