package io.cloudpbx.assistant.claude;

import io.cloudpbx.assistant.Conversation;
import io.cloudpbx.assistant.Drafted;
import io.cloudpbx.assistant.Mind;
import io.cloudpbx.claude.Claude;
import io.cloudpbx.claude.Failure;
import io.cloudpbx.claude.Prompt;
import io.cloudpbx.claude.Reply;
import io.cloudpbx.knowledge.words.HoursInWords;
import io.cloudpbx.knowledge.words.Language;
import java.time.Duration;

/** Asks Claude; without it, or without an answer of its, another mind answers. */
public final class ClaudeMind implements Mind {
    private static final int MOST_TOKENS = 300;
    private static final Duration DEADLINE = Duration.ofSeconds(8);

    private final Claude claude;
    private final Mind otherwise;

    public ClaudeMind(Claude claude, Mind otherwise) {
        this.claude = claude;
        this.otherwise = otherwise;
    }

    @Override
    public Drafted draft(Conversation conversation) {
        if (!claude.isAvailable()) {
            return otherwise.draft(conversation);
        }
        var sheet = conversation.facts();
        String opening = new HoursInWords(Language.ENGLISH)
                .now(
                        conversation.knowledge().openingAt(conversation.now(), conversation.zone()),
                        conversation.now(),
                        conversation.zone());
        String situation = Instructions.situation(conversation, opening);
        var question = new Prompt(
                conversation.asker(),
                Instructions.tools(sheet),
                Instructions.system(conversation.businessName(), sheet),
                Marked.turns(conversation, situation),
                MOST_TOKENS,
                DEADLINE);
        return switch (claude.ask(question)) {
            case Reply.Answered answered -> drafted(answered, new Choices(conversation, sheet, situation));
            case Reply.Failed failed -> instead(otherwise.draft(conversation), failed);
        };
    }

    private static Drafted instead(Drafted drafted, Reply.Failed failed) {
        return failed.failure() == Failure.OVER_BUDGET
                ? drafted.overBudget(failed.sentence())
                : drafted.after(failed.sentence());
    }

    private static Drafted drafted(Reply.Answered answered, Choices choices) {
        var decision = choices.of(answered);
        var spent = answered.spent();
        return new Drafted(
                decision.answer(),
                "claude",
                spent.model(),
                spent.usage(),
                spent.dollars(),
                spent.took(),
                decision.why(),
                null);
    }
}
