package io.cloudpbx.claude.anthropic;

import java.util.List;

/**
 * What a request to a family of models must and must not hold ({@code ai-receptionist.md} section 2).
 *
 * @param forcesChoice whether the model can be made to choose a tool
 * @param stopsThinking whether thinking is on unless the request turns it off
 * @param effort whether it can be told to take little time
 * @param roomToThink tokens on top of those for the answer
 */
record Shape(boolean forcesChoice, boolean stopsThinking, boolean effort, int roomToThink) {
    /** Asks for nothing that any model is known to refuse. */
    static final Shape CAUTIOUS = new Shape(false, false, false, 2048);

    private record Family(String prefix, Shape shape) {}

    private static final List<Family> FAMILIES = List.of(
            new Family("claude-opus-4-6", new Shape(true, false, true, 0)),
            new Family("claude-haiku-5-5", new Shape(true, true, true, 0)),
            new Family("claude-sonnet-5-5", new Shape(false, false, true, 2048)),
            new Family("claude-opus-5-5", new Shape(false, false, true, 2048)),
            new Family("claude-fable-5-1", new Shape(false, false, true, 2048)));

    static Shape of(String model) {
        return FAMILIES.stream()
                .filter(family -> model.startsWith(family.prefix()))
                .map(Family::shape)
                .findFirst()
                .orElse(CAUTIOUS);
    }
}
