package io.cloudpbx.calls.flow;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whether a conversation between people is recorded, and why. No rule leaves out that everybody is told first (C31), each on their own
 * line (C32); a rule says only where nobody is recorded at all.
 *
 * @param told who hears of it before anything is recorded; nobody where nothing is
 * @param reason in a sentence, for people
 */
public record Recording(boolean recorded, List<Side> told, String reason) {
    public Recording {
        told = List.copyOf(told);
    }

    /** Who began the call. */
    public enum Direction {
        INCOMING("Incoming calls", List.of(Side.CALLER, Side.COLLEAGUE)),
        OUTGOING("Calls from the dashboard", List.of(Side.COLLEAGUE, Side.CALLED));

        private final String name;
        private final List<Side> told;

        Direction(String name, List<Side> told) {
            this.name = name;
            this.told = told;
        }
    }

    /** Somebody on the line. */
    public enum Side {
        CALLER,
        /** Whoever of us is in the call. */
        COLLEAGUE,
        CALLED
    }

    /** What the company wants. */
    public enum Rule {
        NEVER,
        /** Only where the consent of one party is enough on both sides, as far as that is known. */
        ONE_PARTY_STATES,
        EVERYWHERE
    }

    /**
     * Where both sides are; of two states the stricter one counts.
     *
     * @param ours such as {@code TX}; null while nobody has said so
     * @param theirs every state that cannot be ruled out, as ISO 3166-2 such as {@code US-TX}; none when nobody knows
     */
    public record Between(@Nullable String ours, Set<String> theirs) {
        public Between {
            theirs = Set.copyOf(theirs);
        }
    }

    public static Recording of(Direction direction, Rule rule, Between between) {
        return switch (rule) {
            case NEVER -> no(direction.name + " are not recorded.");
            case EVERYWHERE -> yes(direction, direction.name + " are recorded everywhere, after everybody was told.");
            case ONE_PARTY_STATES ->
                against(between).map(Recording::no).orElseGet(() -> yes(direction, agreed(between)));
        };
    }

    private static Recording no(String reason) {
        return new Recording(false, List.of(), reason);
    }

    private static Recording yes(Direction direction, String reason) {
        return new Recording(true, direction.told, reason);
    }

    private static String agreed(Between between) {
        return "The consent of one party is enough in " + State.named(Objects.requireNonNull(between.ours()))
                + " and where the other side’s number is from; everybody is told first.";
    }

    /** What forbids it, in a sentence; what is not known counts as the strictest. */
    private static Optional<String> against(Between between) {
        if (between.ours() == null) {
            return Optional.of("Nobody has said in which state your people are, so the strictest rule counts.");
        }
        if (State.asksEverybody(between.ours())) {
            return Optional.of("Everybody has to agree in " + State.named(between.ours()) + ", where your people are.");
        }
        if (between.theirs().isEmpty()) {
            return Optional.of("Nobody knows in which state the other side is, so the strictest rule counts.");
        }
        return between.theirs().stream()
                .sorted()
                .flatMap(place -> against(place).stream())
                .findFirst();
    }

    private static Optional<String> against(String place) {
        String state = place.replaceFirst("^US-", "");
        if (!place.startsWith("US-") || !State.isOne(state)) {
            return Optional.of("The other side’s number is from a place whose rule is not known here.");
        }
        return State.asksEverybody(state)
                ? Optional.of(
                        "Everybody has to agree in " + State.named(state) + ", where the other side’s number is from.")
                : Optional.empty();
    }
}
