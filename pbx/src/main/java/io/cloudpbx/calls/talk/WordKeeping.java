package io.cloudpbx.calls.talk;

import io.cloudpbx.calls.store.PastTurnRows;
import io.cloudpbx.calls.store.TalkSettingsRow;
import io.cloudpbx.contacts.ContactDeleted;
import io.cloudpbx.extensions.Aliases;
import io.cloudpbx.jobs.Recurring;
import io.cloudpbx.telephony.PhoneNumber;
import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Deletes what was said: of everybody after a while (C38), of whoever is to be forgotten at once (C39). */
@Component
class WordKeeping implements Recurring {
    private static final Logger LOG = LoggerFactory.getLogger(WordKeeping.class);

    /** So that no statement holds many rows for long. */
    private static final int AT_ONCE = 500;

    /**
     * Of what callers call somebody, however long words are kept: in half a year people come and go, and two callers are soon asked
     * again.
     */
    private static final Duration LONGEST_ALIAS = Duration.ofDays(180);

    private final PastTurnRows past;
    private final TalkSettingsRow settings;
    private final Aliases aliases;
    private final Clock clock;

    WordKeeping(PastTurnRows past, TalkSettingsRow settings, Aliases aliases, Clock clock) {
        this.past = past;
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
        int deleted = 0;
        int last;
        do {
            last = past.deleteWordsBefore(before, AT_ONCE, now);
            deleted += last;
        } while (last == AT_ONCE);
        LOG.info("Deleted the words of {} turns with the receptionist that were too old", deleted);
    }

    @EventListener
    void on(ContactDeleted forgotten) {
        var numbers = forgotten.numbers().stream().map(PhoneNumber::e164).toList();
        past.deleteWordsOf(numbers, clock.instant());
        aliases.forgetCallers(forgotten.numbers());
    }
}
