package io.cloudpbx.numbers;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Tells what numbers are used for. Who uses them knows the numbers; we need not know them. */
public interface NumberUses {
    /** By number id; a number that nobody uses is left out. */
    Map<UUID, Use> uses();

    /** What one number is used for; empty when nobody uses it. */
    Optional<Use> of(UUID numberId);

    /**
     * The extension that a number rings.
     *
     * @param ext three digits
     */
    record Use(UUID extensionId, String ext, String name) {}
}
