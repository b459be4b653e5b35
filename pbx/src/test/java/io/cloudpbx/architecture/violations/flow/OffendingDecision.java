package io.cloudpbx.architecture.violations.flow;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Random;
import java.util.UUID;

/** Decisions that nobody could repeat. */
public final class OffendingDecision {
    private OffendingDecision() {}

    public static final class OpensFiles {
        boolean decide() {
            return Files.exists(Path.of("opening-hours"));
        }
    }

    public static final class RollsDice {
        int decide(Random dice) {
            return dice.nextInt(6);
        }
    }

    public static final class ReadsTheSystemTime {
        LocalDate decide() {
            return LocalDate.now(ZoneOffset.UTC);
        }
    }

    public static final class ReadsAClock {
        Instant decide(Clock clock) {
            return clock.instant();
        }
    }

    public static final class InventsNames {
        UUID decide() {
            return UUID.randomUUID();
        }
    }

    public static final class ReadsTheEnvironment {
        boolean decide() {
            return System.getenv().containsKey("OPEN_ON_SUNDAYS");
        }
    }
}
