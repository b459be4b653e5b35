package io.cloudpbx.calls.taping;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a document says about recordings.
 *
 * @param ended those that end before anybody else is heard
 * @param begun the one that begins; null where none does
 */
public record TapeOrder(List<UUID> ended, @Nullable Begin begun) {
    public static final TapeOrder UNCHANGED = new TapeOrder(List.of(), null);

    public TapeOrder {
        ended = List.copyOf(ended);
    }

    /** @param announcement what is said before; empty where the caller was told before */
    public record Begin(UUID tape, String announcement) {
        public boolean isAnnounced() {
            return !announcement.isEmpty();
        }
    }

    /** For whoever does not want to be recorded. */
    public TapeOrder withoutBeginning() {
        return new TapeOrder(ended, null);
    }
}
