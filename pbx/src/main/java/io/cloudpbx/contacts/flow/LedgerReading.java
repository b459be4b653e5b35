package io.cloudpbx.contacts.flow;

import io.cloudpbx.contacts.Category;
import io.cloudpbx.contacts.Consent;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What the ledger of a number comes to. */
public final class LedgerReading {
    private LedgerReading() {}

    /**
     * The consent that holds at the end. It is read in the order in which things were done, not in which they were written
     * down: an old consent that is imported after a revocation does not outlive it. Consent said to be given while the number
     * was opted out never counts, so that reopening restores only what had been consented before (C6).
     *
     * @param entries in the order they were written
     */
    public static Optional<Consent> live(List<Consent> entries, Category category) {
        Optional<Consent> live = Optional.empty();
        boolean optedOut = false;
        for (Consent entry : inOrderOfActs(entries)) {
            boolean concerned = entry.category() == null || entry.category() == category;
            switch (entry.act()) {
                case GRANTED -> live = concerned && !optedOut ? Optional.of(entry) : live;
                case REVOKED -> live = concerned ? Optional.empty() : live;
                case OPTED_OUT -> optedOut = true;
                case OPTED_IN, UNDONE -> optedOut = false;
                // Kept apart, because they come and go without touching consent.
                case PAUSED, RESUMED -> {}
            }
        }
        return optedOut ? Optional.empty() : live;
    }

    private static List<Consent> inOrderOfActs(List<Consent> entries) {
        return entries.stream().sorted(Comparator.comparing(Consent::at)).toList();
    }
}
