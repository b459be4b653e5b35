package io.cloudpbx.receptionist.claude;

import io.cloudpbx.claude.Claude;
import io.cloudpbx.claude.Prompt;
import io.cloudpbx.claude.Reply;
import io.cloudpbx.receptionist.CallerTurn;
import io.cloudpbx.receptionist.Decided;
import io.cloudpbx.receptionist.ReceptionistMind;
import java.time.Duration;

/**
 * Asks another mind first, which needs no model. What that is sure of stands: emergencies, opt-outs, the wish for a person and
 * exact names are no model's to weigh ({@code ai-receptionist.md} section 6). For the rest Claude is asked once, and without
 * an answer of its in time, what is in hand stands too.
 */
public final class ClaudeReceptionist implements ReceptionistMind {
    private static final int MOST_TOKENS = 300;

    /** A caller waits. */
    private static final Duration DEADLINE = Duration.ofSeconds(3);

    private final Claude claude;
    private final ReceptionistMind first;

    public ClaudeReceptionist(Claude claude, ReceptionistMind first) {
        this.claude = claude;
        this.first = first;
    }

    /** Changes with what every model is told, whoever calls. */
    public static String promptVersion() {
        return Instructions.VERSION;
    }

    @Override
    public Decided decide(CallerTurn turn) {
        long began = System.nanoTime();
        Decided inHand = first.decide(turn);
        if (Certain.is(inHand) || !claude.isAvailable()) {
            return inHand;
        }
        var scene = Scene.of(turn, inHand);
        var question = new Prompt(
                turn.asker(),
                Tools.offered(scene),
                Instructions.system(scene),
                Marked.turns(scene),
                MOST_TOKENS,
                DEADLINE);
        return switch (claude.ask(question)) {
            case Reply.Answered answered -> decided(answered, scene, Duration.ofNanos(System.nanoTime() - began));
            case Reply.Failed failed -> instead(inHand, failed, Duration.ofNanos(System.nanoTime() - began));
        };
    }

    private static Decided decided(Reply.Answered answered, Scene scene, Duration took) {
        var choice = new Choices(scene).of(answered);
        var spent = answered.spent();
        return new Decided(
                choice.decision(),
                scene.language().code(),
                "claude",
                spent.model(),
                spent.usage(),
                spent.dollars(),
                took,
                choice.why(),
                scene.inHand().candidates());
    }

    private static Decided instead(Decided inHand, Reply.Failed failed, Duration took) {
        return new Decided(
                inHand.decision(),
                inHand.language(),
                inHand.mind(),
                inHand.model(),
                inHand.usage(),
                inHand.dollars(),
                took,
                failed.sentence() + " " + inHand.why(),
                inHand.candidates());
    }
}
