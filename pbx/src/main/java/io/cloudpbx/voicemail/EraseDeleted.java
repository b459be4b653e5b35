package io.cloudpbx.voicemail;

import io.cloudpbx.jobs.Job;
import io.cloudpbx.jobs.Outcome;
import io.cloudpbx.voicemail.store.VoicemailRows;
import java.time.Clock;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** What was deleted, and not brought back meanwhile, goes for good. The message is the job's key. */
@Component
class EraseDeleted implements Job {
    static final String KIND = "voicemail.erase-deleted";

    private final VoicemailRows rows;
    private final Erasure erasure;
    private final TransactionOperations transaction;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    EraseDeleted(
            VoicemailRows rows,
            Erasure erasure,
            TransactionOperations transaction,
            Clock clock,
            ApplicationEventPublisher events) {
        this.rows = rows;
        this.erasure = erasure;
        this.transaction = transaction;
        this.clock = clock;
        this.events = events;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Outcome run(String key, int attempt) {
        UUID id = UUID.fromString(key);
        transaction.executeWithoutResult(
                status -> rows.lock(id).filter(this::isOver).ifPresent(this::erase));
        return new Outcome.Done();
    }

    private boolean isOver(Voicemail voicemail) {
        var deleted = voicemail.deleted();
        return deleted != null && !deleted.end().isAfter(clock.instant());
    }

    private void erase(Voicemail voicemail) {
        erasure.erase(voicemail, voicemail.id());
        events.publishEvent(new VoicemailChanged(voicemail.id(), voicemail.call()));
    }
}
