package io.cloudpbx.sandbox.call;

import java.time.Instant;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * How what runs on a leg waits, and what cuts it short: the leg's end, new instructions from the REST API, the call's
 * time limit, or that there is enough of it.
 */
final class Waiting {
    private final Leg leg;
    private @Nullable Instructions redirection;
    private BooleanSupplier enough = () -> false;
    private Instant limit = Instant.MAX;

    Waiting(Leg leg) {
        this.leg = leg;
    }

    void limitTo(Instant latest) {
        limit = latest;
    }

    void redirect(Instructions instructions) {
        redirection = instructions;
    }

    boolean await(Instant deadline, BooleanSupplier condition) {
        Instant until = deadline.isBefore(limit) ? deadline : limit;
        leg.conversation().timeline().await(until, () -> condition.getAsBoolean() || isNotWanted());
        stopIfNotWanted();
        boolean met = condition.getAsBoolean();
        if (!met && !leg.now().isBefore(limit)) {
            leg.hangUp();
            throw new LegEnded();
        }
        return met;
    }

    boolean until(BooleanSupplier condition, Runnable work) {
        BooleanSupplier before = enough;
        enough = condition;
        try {
            work.run();
            return false;
        } catch (CutShort cut) {
            return true;
        } finally {
            enough = before;
        }
    }

    private boolean isNotWanted() {
        return leg.isOver() || redirection != null || enough.getAsBoolean();
    }

    void stopIfNotWanted() {
        if (leg.isOver()) {
            throw new LegEnded();
        }
        Instructions next = redirection;
        if (next != null) {
            redirection = null;
            throw new LegRedirected(next);
        }
        if (enough.getAsBoolean()) {
            throw new CutShort();
        }
    }

    /** Unwinds what there is enough of. */
    private static final class CutShort extends RuntimeException {
        CutShort() {
            super("there is enough of it", null, false, false);
        }
    }
}
