package io.cloudpbx.calls.flow;

import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What one of us does with a caller whom they have.
 *
 * @param holder whoever has the caller
 * @param apart whether the carrier has parted the two
 * @param alone whether they are not on the line any more
 * @param colleague the name of whom they ask or talk with as well; empty when there is none
 * @param lasted since when it has been so
 * @param parked where, when they are
 */
public record Handling(
        Stage stage,
        Holder holder,
        boolean apart,
        boolean alone,
        String colleague,
        Duration lasted,
        @Nullable Parked parked) {
    /** @param longest until whoever parked them is rung */
    public record Parked(int slot, Duration longest) {}

    /** Whoever has a caller. */
    public record Holder(UUID id, String ext, String name) {}

    /**
     * Where they are.
     *
     * <pre>
     * joined by the document that rang ─┬─ hold ─→ HELD ⇄ TOGETHER
     *                                   └─ ask ──→ ASIDE ─┬─ pass on, or back ─→ TOGETHER
     *                                                     └─ join ─→ ALL ─ one of us leaves ─→ TOGETHER
     * any but ASIDE and ALL ─ park ─→ PARKED ─ somebody picks them up, or nobody does ─→ rings
     * </pre>
     */
    public enum Stage {
        /** The caller waits with music. */
        HELD,
        /** The same, and whoever has them asks a colleague. */
        ASIDE,
        /** The same, with nobody who waits with them: anybody may pick them up. */
        PARKED,
        /** They talk in a conference. */
        TOGETHER,
        /** The same, and a colleague with them. */
        ALL
    }
}
