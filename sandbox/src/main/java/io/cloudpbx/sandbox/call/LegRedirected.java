package io.cloudpbx.sandbox.call;

/** Unwinds what a leg is doing because the REST API has given it something else to do. */
final class LegRedirected extends RuntimeException {
    private final transient Instructions instructions;

    LegRedirected(Instructions instructions) {
        super("the leg has new instructions", null, false, false);
        this.instructions = instructions;
    }

    Instructions instructions() {
        return instructions;
    }
}
