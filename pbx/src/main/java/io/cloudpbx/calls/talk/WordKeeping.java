package io.cloudpbx.calls.talk;

import io.cloudpbx.calls.store.PastTurnRows;
import io.cloudpbx.calls.store.TalkSettingsRow;
import io.cloudpbx.calls.taping.TapeKeeping;
import io.cloudpbx.extensions.Aliases;
import io.cloudpbx.jobs.Recurring;
import io.cloudpbx.telephony.PhoneNumber;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.IntSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Deletes what was said, and the sound of it: of everybody after a while (C38), of whoever is to be forgotten at once (C39). */
@Component
public class WordKeeping implements Recurring {
    private static final Logger LOG = LoggerFactory.getLogger(WordKeeping.class);

    /** So that no statement holds many rows for long. */
    private static final int AT_ONCE = 500;

    /**
     * Of what callers call somebody, however long words are kept: in half a year people come and go, and two callers are soon asked
     * again.
     */
    private static final Duration LONGEST_ALIAS = Duration.ofDays(180);

    private final PastTurnRows past;
    private final TapeKeeping tapes;
    private final TalkSettingsRow settings;
    private final Aliases aliases;
    private final Clock clock;

    WordKeeping(PastTurnRows past, TapeKeeping tapes, TalkSettingsRow settings, Aliases aliases, Clock clock) {
        this.past = past;
        this.tapes = tapes;
        this.settings = settings;
        this.aliases = aliases;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "calls.delete-words";
    }

    @Override
    public Duration every() {
        return Duration.ofHours(6);
    }

    @Override
    public void run() {
        var now = clock.instant();
        var kept = Duration.ofDays(settings.read().keepWordsDays());
        var before = now.minus(kept);
        aliases.forgetBefore(kept.compareTo(LONGEST_ALIAS) < 0 ? before : now.minus(LONGEST_ALIAS));
        int turns = all(() -> past.deleteWordsBefore(before, AT_ONCE, now));
        int recordings = all(() -> tapes.deleteBefore(before, AT_ONCE));
        LOG.info(
                "Deleted the words of {} turns with the receptionist, and {} recordings, that were too old",
                turns,
                recordings);
    }

    private static int all(IntSupplier some) {
        int deleted = 0;
        int last;
        do {
            last = some.getAsInt();
            deleted += last;
        } while (last == AT_ONCE);
        return deleted;
    }

    /** What callers said and were told in these calls; the carrier may still ask for answers in those that last. */
    public void forget(List<UUID> calls) {
        past.deleteWordsOf(calls, clock.instant());
    }

    /** How these callers call people. */
    public void forgetCallers(List<PhoneNumber> callers) {
        aliases.forgetCallers(callers);
    }
}
