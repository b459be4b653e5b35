package io.cloudpbx.receptionist.claude;

import io.cloudpbx.claude.Claude;
import io.cloudpbx.claude.Failure;
import io.cloudpbx.claude.Prompt;
import io.cloudpbx.claude.Reply;
import io.cloudpbx.receptionist.Aloud;
import io.cloudpbx.receptionist.CallerTurn;
import io.cloudpbx.receptionist.Consulted;
import io.cloudpbx.receptionist.Decided;
import io.cloudpbx.receptionist.ReceptionistMind;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

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
    private final @Nullable String model;

    public ClaudeReceptionist(Claude claude, ReceptionistMind first) {
        this(claude, first, null);
    }

    /** @param model that is asked; null for the one that is configured */
    public ClaudeReceptionist(Claude claude, ReceptionistMind first, @Nullable String model) {
        this.claude = claude;
        this.first = first;
        this.model = model;
    }

    /** Changes with what every model is told, whoever calls. */
    public static String promptVersion() {
        return Instructions.VERSION;
    }

    /** What a model would be asked about a turn; empty where there is no doubt that one should weigh. */
    public Optional<Prompt> questionAbout(CallerTurn turn) {
        return Optional.of(first.decide(turn))
                .filter(inHand -> !Certain.is(inHand))
                .map(inHand -> question(Scene.of(turn, inHand)));
    }

    @Override
    public Decided decide(CallerTurn turn) {
        return decide(turn, Aloud.NOT_YET);
    }

    @Override
    public Decided decide(CallerTurn turn, Aloud aloud) {
        long began = System.nanoTime();
        Decided inHand = first.decide(turn);
        if (Certain.is(inHand)) {
            return inHand;
        }
        var scene = Scene.of(turn, inHand);
        // Also while it rests: why it was not asked is worth knowing afterwards.
        return switch (claude.ask(question(scene), new Beginning(scene, aloud)::of)) {
            case Reply.Answered answered -> decided(answered, scene, Duration.ofNanos(System.nanoTime() - began));
            case Reply.Failed(var failure, var detail, var later, var id, var took)
            when failure == Failure.ABSENT -> inHand;
            case Reply.Failed failed -> instead(scene, failed, Duration.ofNanos(System.nanoTime() - began));
        };
    }

    private Prompt question(Scene scene) {
        return new Prompt(
                        scene.turn().asker(),
                        Tools.offered(scene),
                        Instructions.system(scene),
                        Marked.turns(scene),
                        MOST_TOKENS,
                        DEADLINE)
                .to(model);
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
                scene.inHand().candidates(),
                consulted(answered, scene));
    }

    private static Consulted consulted(Reply.Answered answered, Scene scene) {
        var chosen = answered.choice();
        return new Consulted(
                answered.spent().requestId(),
                chosen == null ? null : chosen.tool(),
                chosen == null ? Map.of() : chosen.arguments(),
                Instructions.VERSION,
                scene.turn().briefing().version(),
                null);
    }

    private static Decided instead(Scene scene, Reply.Failed failed, Duration took) {
        var inHand = scene.inHand();
        return new Decided(
                inHand.decision(),
                inHand.language(),
                inHand.mind(),
                inHand.model(),
                inHand.usage(),
                inHand.dollars(),
                took,
                failed.sentence() + " " + inHand.why(),
                inHand.candidates(),
                new Consulted(
                        failed.requestId(),
                        null,
                        Map.of(),
                        Instructions.VERSION,
                        scene.turn().briefing().version(),
                        failed.failure().name().toLowerCase(Locale.ROOT)));
    }
}
