package io.cloudpbx.claude.anthropic;

import com.anthropic.core.JsonValue;
import com.anthropic.core.ObjectMappers;
import com.anthropic.models.messages.CacheControlEphemeral;
import com.anthropic.models.messages.MessageCreateParams;
import com.anthropic.models.messages.OutputConfig;
import com.anthropic.models.messages.TextBlockParam;
import com.anthropic.models.messages.ThinkingConfigDisabled;
import com.anthropic.models.messages.Tool;
import com.anthropic.models.messages.ToolChoiceAny;
import com.anthropic.models.messages.ToolChoiceAuto;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import io.cloudpbx.claude.Prompt;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** A prompt as the API takes it. */
final class Questions {
    private static final TypeReference<LinkedHashMap<String, Object>> IN_ORDER = new TypeReference<>() {};

    private Questions() {}

    static MessageCreateParams of(Prompt prompt, String model, Shape shape) {
        var question = MessageCreateParams.builder()
                .model(model)
                .maxTokens(prompt.maxTokens() + shape.roomToThink())
                .systemOfTextBlockParams(
                        prompt.system().stream().map(Questions::part).toList());
        prompt.tools().forEach(tool -> question.addTool(tool(tool)));
        if (!prompt.tools().isEmpty()) {
            choose(question, shape);
        }
        if (shape.stopsThinking()) {
            question.thinking(ThinkingConfigDisabled.builder().build());
        }
        if (shape.effort()) {
            question.outputConfig(
                    OutputConfig.builder().effort(OutputConfig.Effort.LOW).build());
        }
        prompt.turns().forEach(turn -> add(question, turn));
        return question.build();
    }

    private static void choose(MessageCreateParams.Builder question, Shape shape) {
        if (shape.forcesChoice()) {
            question.toolChoice(
                    ToolChoiceAny.builder().disableParallelToolUse(true).build());
        } else {
            question.toolChoice(
                    ToolChoiceAuto.builder().disableParallelToolUse(true).build());
        }
    }

    private static void add(MessageCreateParams.Builder question, Prompt.Turn turn) {
        switch (turn.speaker()) {
            case USER -> question.addUserMessage(turn.text());
            case ASSISTANT -> question.addAssistantMessage(turn.text());
        }
    }

    private static TextBlockParam part(Prompt.SystemPart part) {
        var block = TextBlockParam.builder().text(part.text());
        if (part.cached()) {
            block.cacheControl(CacheControlEphemeral.builder().build());
        }
        return block.build();
    }

    private static Tool tool(Prompt.Tool tool) {
        return Tool.builder()
                .name(tool.name())
                .description(tool.description())
                .strict(true)
                .inputSchema(Objects.requireNonNull(
                        JsonValue.from(schema(tool)).<Tool.InputSchema>convert(Tool.InputSchema.class)))
                .build();
    }

    /** The arguments that an answer by this tool cannot do without. */
    static Set<String> required(Prompt.Tool tool) {
        return schema(tool).get("required") instanceof Collection<?> names
                ? names.stream().map(String::valueOf).collect(Collectors.toUnmodifiableSet())
                : Set.of();
    }

    private static LinkedHashMap<String, Object> schema(Prompt.Tool tool) {
        try {
            return ObjectMappers.jsonMapper().readValue(tool.schema(), IN_ORDER);
        } catch (JsonProcessingException notJson) {
            throw new IllegalArgumentException("The schema of " + tool.name() + " is not JSON", notJson);
        }
    }
}
