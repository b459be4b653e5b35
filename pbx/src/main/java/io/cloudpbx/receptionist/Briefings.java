package io.cloudpbx.receptionist;

import io.cloudpbx.problems.Problem;
import io.cloudpbx.receptionist.store.BriefingRows;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads and changes the briefing: drafted, published as a new version, and brought back by publishing it again. */
@Service
public class Briefings {
    private final BriefingRows rows;
    private final Clock clock;

    Briefings(BriefingRows rows, Clock clock) {
        this.rows = rows;
        this.clock = clock;
    }

    /**
     * A version that held or holds.
     *
     * @param publishedBy a name
     * @param restores the earlier version that it brings back; null when it is new
     */
    public record Published(
            long version,
            String text,
            Instant publishedAt,
            String publishedBy,
            @Nullable Long restores) {}

    /** What is to come. @param version grows with every change */
    public record Draft(String text, @Nullable Instant changedAt, String changedBy, long version) {}

    /** The one that holds for a call which began at an instant, however long it goes on. */
    public Briefing asOf(Instant instant) {
        return rows.asOf(instant)
                .map(held -> new Briefing(held.version(), held.text()))
                .orElse(Briefing.NONE);
    }

    public Briefing current() {
        return asOf(clock.instant());
    }

    public Draft draft() {
        return rows.draft();
    }

    /** Newest first. */
    public List<Published> versions() {
        return rows.all();
    }

    /**
     * Replaces the draft if nobody else did since that version of it was read.
     *
     * @throws Problem {@code draft_changed} when somebody did; {@code invalid_fields} for a text that may not be
     */
    @Transactional
    public Draft save(String text, long seen, String by) {
        if (!rows.saveDraft(BriefingChecks.checked(text), seen, by, clock.instant())) {
            throw changed();
        }
        return rows.draft();
    }

    /** @throws Problem {@code draft_changed} when the draft is not the one that was read; {@code nothing_to_publish} */
    @Transactional
    public Published publish(long seen, String by) {
        rows.lock();
        var draft = rows.draft();
        if (draft.version() != seen) {
            throw changed();
        }
        String present = rows.newest().map(Published::text).orElse("");
        if (present.equals(draft.text())) {
            throw Problem.conflict("nothing_to_publish", "The draft is what is published already.");
        }
        return rows.publish(draft.text(), by, null, clock.instant());
    }

    /** Publishes an earlier version again; the draft becomes it too. @throws Problem {@code version_not_found} */
    @Transactional
    public Published restore(long version, String by) {
        rows.lock();
        var earlier = rows.find(version)
                .orElseThrow(() -> Problem.notFound("version_not_found", "There is no such version."));
        rows.saveDraft(earlier.text(), rows.draft().version(), by, clock.instant());
        return rows.publish(earlier.text(), by, version, clock.instant());
    }

    private static Problem changed() {
        return Problem.conflict("draft_changed", "Somebody else changed the draft. Look at it again.");
    }
}
