package io.cloudpbx.claude;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One question. Its parts go out in this order, from what never changes to what always does, because the cache of the API
 * keeps beginnings: a changed byte costs everything behind it.
 *
 * @param asker on whose account
 * @param tools the closed set of answers, of which one is chosen; empty for an answer in words
 * @param turns the conversation so far, ending with the user's
 * @param maxTokens room for the answer itself; models that think first are given more
 * @param model that is asked; null for the one that is configured
 */
public record Prompt(
        Asker asker,
        List<Tool> tools,
        List<SystemPart> system,
        List<Turn> turns,
        int maxTokens,
        Duration deadline,
        @Nullable String model) {
    public Prompt(
            Asker asker,
            List<Tool> tools,
            List<SystemPart> system,
            List<Turn> turns,
            int maxTokens,
            Duration deadline) {
        this(asker, tools, system, turns, maxTokens, deadline, null);
    }

    public Prompt {
        tools = List.copyOf(tools);
        system = List.copyOf(system);
        turns = List.copyOf(turns);
        if (turns.isEmpty() || turns.getLast().speaker() != Speaker.USER) {
            throw new IllegalArgumentException("The last turn is the user's: models refuse to go on with their own.");
        }
    }

    /** The same question to another model. */
    public Prompt to(@Nullable String other) {
        return new Prompt(asker, tools, system, turns, maxTokens, deadline, other);
    }

    /**
     * An answer that may be chosen.
     *
     * @param schema of its arguments: a JSON object, all properties required and no others allowed; text, because its order
     *     must stay the same between starts
     */
    public record Tool(String name, String description, String schema) {}

    /**
     * A part of the instructions.
     *
     * @param cached whether the beginning of the prompt up to here is worth keeping for the next question
     */
    public record SystemPart(String text, boolean cached) {}

    /** Who said it. */
    public enum Speaker {
        USER,
        ASSISTANT
    }

    /** Something that was said. */
    public record Turn(Speaker speaker, String text) {
        public static Turn user(String text) {
            return new Turn(Speaker.USER, text);
        }

        public static Turn assistant(String text) {
            return new Turn(Speaker.ASSISTANT, text);
        }
    }
}
