package io.cloudpbx.receptionist.claude;

import static java.util.stream.Collectors.joining;

import io.cloudpbx.claude.Reply;
import io.cloudpbx.knowledge.guard.Ground;
import io.cloudpbx.knowledge.guard.Objection;
import io.cloudpbx.knowledge.guard.OutputGuard;
import io.cloudpbx.knowledge.words.Fitted;
import io.cloudpbx.knowledge.words.Plain;
import io.cloudpbx.receptionist.Decision;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What the model chose, believed as far as it can be checked. What it names is there or it is asked again: never the nearest. */
final class Choices {
    private static final int MOST_CANDIDATES = 3;

    private final Scene scene;
    private final Ground ground;
    private final Phrases phrases;

    Choices(Scene scene) {
        this.scene = scene;
        String names = scene.ids().stream().map(scene::name).collect(joining("\n"));
        this.ground = new Ground(
                scene.turn().businessName() + "\n" + scene.facts().text() + "\n" + names + "\n" + scene.situation(),
                Instructions.secret());
        this.phrases = new Phrases(scene.language());
    }

    /** What is wanted and why it is that. */
    record Choice(Decision decision, String why) {}

    /** Words without a choice are an answer that draws on nothing. */
    Choice of(Reply.Answered answered) {
        var chosen = answered.choice();
        if (chosen == null) {
            return answer(answered.text(), List.of());
        }
        return switch (chosen.tool()) {
            case "answer" -> answer(chosen.text("say"), list(chosen, "fact_ids"));
            case "clarify" -> clarify(chosen.text("question"), list(chosen, "candidate_ids"));
            case "end_call" -> end(chosen.text("reason"));
            case "operator" -> operator(Reason.named(chosen.text("reason")));
            case "take_message" -> takeMessage(chosen.text("target_id"));
            case "transfer" -> transfer(chosen.text("target_id"), chosen.text("say"));
            default -> stopped("chose what was not offered");
        };
    }

    private Choice answer(String say, List<String> facts) {
        if (!scene.facts().ids().containsAll(facts)) {
            return stopped("named a fact that does not exist");
        }
        var objection = objection(say);
        String used = facts.isEmpty() ? "nothing known" : String.join(", ", facts);
        return objection
                .map(this::stopped)
                .orElseGet(() -> new Choice(
                        new Decision.Answer(facts, sayable(say)), "Claude answered, drawing on " + used + "."));
    }

    /** Whether this much of an answer could be the whole of it. */
    boolean isAnswer(Reply.Choice soFar, String say) {
        return scene.facts().ids().containsAll(list(soFar, "fact_ids"))
                && objection(say).isEmpty();
    }

    private Choice clarify(String question, List<String> candidates) {
        if (!scene.ids().containsAll(candidates)) {
            return stopped("named somebody who is not there");
        }
        return objection(question)
                .map(this::stopped)
                .orElseGet(() -> new Choice(
                        new Decision.Clarify(
                                sayable(question),
                                candidates.stream().limit(MOST_CANDIDATES).toList()),
                        "Claude asked back."));
    }

    private Choice end(String reason) {
        var why =
                reason.equals("wrong_number") ? Decision.EndCall.Reason.WRONG_NUMBER : Decision.EndCall.Reason.GOODBYE;
        return new Choice(new Decision.EndCall(why, phrases.goodbye()), "Claude took the call to be over.");
    }

    private Choice operator(Reason reason) {
        return new Choice(new Decision.Operator(reason.sentence(), phrases.person()), "Claude left it to a person.");
    }

    private Choice takeMessage(String target) {
        if (target.equals(Tools.NOBODY_IN_PARTICULAR)) {
            return new Choice(new Decision.TakeMessage(null, phrases.message()), "Claude takes a message.");
        }
        return scene.ids().contains(target)
                ? new Choice(
                        new Decision.TakeMessage(target, phrases.message()),
                        "Claude takes a message for " + scene.name(target) + ".")
                : stopped("named somebody who is not there");
    }

    /** What is said must name whom they will hear, so that they can stop it. */
    private Choice transfer(String target, String say) {
        if (!scene.ids().contains(target)) {
            return stopped("named somebody who is not there");
        }
        boolean isSayable = names(say, target) && objection(say).isEmpty();
        return new Choice(
                new Decision.Connect(target, isSayable ? sayable(say) : phrases.connecting(scene.name(target))),
                "Claude connects to " + scene.name(target) + ".");
    }

    private boolean names(String say, String target) {
        String said = " " + Plain.folded(say) + " ";
        return Arrays.stream(Plain.folded(scene.name(target)).split(" "))
                .anyMatch(part -> said.contains(" " + part + " "));
    }

    private Optional<String> objection(String say) {
        // All of it is looked at, not only what would be said.
        return OutputGuard.objection(Plain.sendable(say), ground)
                .or(() -> sayable(say).isEmpty() ? Optional.of(Objection.TOO_LONG) : Optional.empty())
                .map(Objection::words);
    }

    private static String sayable(String say) {
        return Fitted.to(Fitted.LONGEST, Plain.sendable(say));
    }

    private Choice stopped(String what) {
        return new Choice(new Decision.Clarify(phrases.whom(), List.of()), "Claude's answer " + what + ".");
    }

    /** Anything but a list of texts is a name that does not exist. */
    private static List<String> list(Reply.Choice chosen, String argument) {
        return chosen.arguments().get(argument) instanceof List<?> ids
                ? ids.stream().map(String::valueOf).toList()
                : List.of("");
    }
}
