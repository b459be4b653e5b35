package io.cloudpbx.access.flow;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whether somebody who is signed in proves again who they are before an act of consequence (S6): an unlocked screen, or a stolen
 * session, does less harm then.
 *
 * @param byPasskey whether that session has seen a passkey of theirs, at sign-in or since
 */
public record StepUp(@Nullable Instant provedAt, boolean byPasskey, Set<Means> means) {
    public static final Duration FRESH = Duration.ofMinutes(10);

    /** What somebody can prove it with. */
    public enum Means {
        PASSWORD,
        CODE,
        PASSKEY;

        /** As the API writes it. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public sealed interface Verdict {
        record Fresh() implements Verdict {}

        /** @param by what is asked for, any one of them */
        record Stale(Set<Means> by) implements Verdict {}
    }

    /**
     * A password that was learned is what the second factor is there for, so whoever has one is not asked for the password; nor is, where
     * everybody must have one, whoever has it in a passkey: else the password alone would add another.
     *
     * @param required whether everybody must have a second factor
     */
    public static Set<Means> meansOf(boolean password, boolean secondFactor, boolean passkey, boolean required) {
        Set<Means> means = EnumSet.noneOf(Means.class);
        if (secondFactor) {
            means.add(Means.CODE);
        } else if (password && !(passkey && required)) {
            means.add(Means.PASSWORD);
        }
        if (passkey) {
            means.add(Means.PASSKEY);
        }
        return means;
    }

    /** Of somebody who has nothing to prove it with, as the demo's person, nothing is asked. */
    public Verdict judge(Instant now) {
        return means.isEmpty() || isFresh(now) ? new Verdict.Fresh() : new Verdict.Stale(means);
    }

    /** Clocks of two nodes may differ a little; a proof from far ahead is none. */
    private boolean isFresh(Instant now) {
        return provedAt != null
                && isProof()
                && Duration.between(provedAt, now).abs().compareTo(FRESH) <= 0;
    }

    /** A session that was begun by the password says nothing of somebody who is asked for a passkey alone. */
    private boolean isProof() {
        return byPasskey || !means.equals(Set.of(Means.PASSKEY));
    }
}
