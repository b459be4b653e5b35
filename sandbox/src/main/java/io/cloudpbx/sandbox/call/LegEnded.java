package io.cloudpbx.sandbox.call;

/** Unwinds what a leg is doing because the leg is no more. */
final class LegEnded extends RuntimeException {
    LegEnded() {
        super("the leg has ended", null, false, false);
    }
}
