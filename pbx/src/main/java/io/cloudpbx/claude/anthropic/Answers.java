package io.cloudpbx.claude.anthropic;

import static java.util.stream.Collectors.joining;

import com.anthropic.models.messages.ContentBlock;
import com.anthropic.models.messages.Message;
import com.anthropic.models.messages.StopReason;
import com.anthropic.models.messages.TextBlock;
import com.anthropic.models.messages.ToolUseBlock;
import com.fasterxml.jackson.core.type.TypeReference;
import io.cloudpbx.claude.Failure;
import io.cloudpbx.claude.Prompt;
import io.cloudpbx.claude.Reply.Choice;
import io.cloudpbx.claude.Usage;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whole messages of the API, read. Blocks of kinds that we do not know are passed over.
 *
 * @param choice null when none was made
 */
record Answers(String model, String text, @Nullable Choice choice, Usage usage) {
    private static final TypeReference<Map<String, Object>> ARGUMENTS = new TypeReference<>() {};

    static Answers read(Message message, Prompt prompt) {
        var stopped = message.stopReason().orElse(StopReason.END_TURN);
        if (stopped.equals(StopReason.REFUSAL)) {
            throw new NoAnswer(Failure.DECLINED, "The model refused");
        }
        if (stopped.equals(StopReason.MAX_TOKENS)) {
            throw new NoAnswer(Failure.NONSENSE, "The answer was longer than allowed");
        }
        var answer = new Answers(message.model().asString(), text(message), choice(message, prompt), usage(message));
        if (answer.text().isEmpty() && answer.choice() == null) {
            throw new NoAnswer(Failure.NONSENSE, "The answer was empty");
        }
        return answer;
    }

    private static String text(Message message) {
        return message.content().stream()
                .map(ContentBlock::text)
                .flatMap(Optional::stream)
                .map(TextBlock::text)
                .collect(joining())
                .strip();
    }

    /** Exactly one of those offered, or none: an answer that wants two things at once is not half believed. */
    private static @Nullable Choice choice(Message message, Prompt prompt) {
        List<ToolUseBlock> choices = message.content().stream()
                .map(ContentBlock::toolUse)
                .flatMap(Optional::stream)
                .toList();
        if (choices.isEmpty()) {
            return null;
        }
        var only = choices.getFirst();
        var offered = prompt.tools().stream()
                .filter(tool -> tool.name().equals(only.name()))
                .findFirst();
        if (choices.size() > 1 || offered.isEmpty()) {
            throw new NoAnswer(Failure.NONSENSE, "The answer chose what was not offered");
        }
        return new Choice(only.name(), arguments(only, offered.get()));
    }

    /** The library reads arguments that are no JSON as none at all, so those that must be there are looked for. */
    private static Map<String, Object> arguments(ToolUseBlock chosen, Prompt.Tool offered) {
        Map<String, Object> arguments = chosen._input().convert(ARGUMENTS);
        if (arguments == null
                || arguments.containsValue(null)
                || !arguments.keySet().containsAll(Questions.required(offered))) {
            throw new NoAnswer(Failure.NONSENSE, "The chosen answer lacks arguments");
        }
        return arguments;
    }

    private static Usage usage(Message message) {
        var usage = message.usage();
        return new Usage(
                usage.inputTokens(),
                usage.outputTokens(),
                usage.cacheCreationInputTokens().orElse(0L),
                usage.cacheReadInputTokens().orElse(0L));
    }
}
