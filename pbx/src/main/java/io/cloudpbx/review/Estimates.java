package io.cloudpbx.review;

import io.cloudpbx.claude.ClaudeSettings;
import io.cloudpbx.claude.Prompt;
import io.cloudpbx.claude.Usage;
import io.cloudpbx.receptionist.Briefings;
import io.cloudpbx.receptionist.Minds;
import io.cloudpbx.review.Plan.Mind;
import io.cloudpbx.review.Plan.Told;
import io.cloudpbx.review.flow.Guess;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Says what a plan will cost before anything is asked. */
@Component
class Estimates {
    private static final int CENTS_OF_CENTS = 4;

    private final Material material;
    private final Minds minds;
    private final Briefings briefings;
    private final ClaudeSettings claude;

    Estimates(Material material, Minds minds, Briefings briefings, ClaudeSettings claude) {
        this.material = material;
        this.minds = minds;
        this.briefings = briefings;
        this.claude = claude;
    }

    Estimate of(Plan plan, List<RunTurn> turns) {
        if (plan.mind() == Mind.OFFLINE) {
            return new Estimate(turns.size(), 0, null, BigDecimal.ZERO, BigDecimal.ZERO);
        }
        String draft = plan.briefing() == Told.DRAFT ? briefings.draft().text() : null;
        Guess guess = Guess.NOTHING;
        for (RunTurn turn : turns) {
            var question = material.of(turn, plan.briefing(), draft).flatMap(minds::questionAbout);
            guess = question.isPresent() ? guess.plus(letters(question.get())) : guess;
        }
        String model = Objects.requireNonNullElse(plan.model(), claude.model());
        return new Estimate(
                turns.size(),
                guess.questions(),
                model,
                rounded(claude.cost(model, new Usage(guess.tokensIn(), guess.tokensOut(), 0, 0))),
                rounded(claude.cost(model, new Usage(0, guess.mostTokensOut(), guess.mostTokensIn(), 0))));
    }

    private static Stream<String> letters(Prompt prompt) {
        return Stream.of(
                        prompt.tools().stream().map(tool -> tool.name() + tool.description() + tool.schema()),
                        prompt.system().stream().map(Prompt.SystemPart::text),
                        prompt.turns().stream().map(Prompt.Turn::text))
                .flatMap(texts -> texts);
    }

    private static @Nullable BigDecimal rounded(@Nullable BigDecimal dollars) {
        return dollars == null ? null : dollars.setScale(CENTS_OF_CENTS, RoundingMode.UP);
    }
}
