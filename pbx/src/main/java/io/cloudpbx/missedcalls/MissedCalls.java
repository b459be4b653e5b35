package io.cloudpbx.missedcalls;

import io.cloudpbx.missedcalls.MissedCall.How;
import io.cloudpbx.missedcalls.store.MissedCallRows;
import io.cloudpbx.problems.Problem;
import io.cloudpbx.telephony.PhoneNumber;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps who has to be called back. Told the same again, nothing changes; everything happens in the caller's transaction. */
@Service
public class MissedCalls {
    private final MissedCallRows rows;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    MissedCalls(MissedCallRows rows, Clock clock, ApplicationEventPublisher events) {
        this.rows = rows;
        this.clock = clock;
        this.events = events;
    }

    /** How many wait to be called back. */
    public int open() {
        return rows.open();
    }

    /** False when it is counted already. @param wish whether the caller asked to be called back */
    @Transactional
    boolean missed(UUID callId, @Nullable PhoneNumber caller, Instant at, boolean wish) {
        if (rows.isCounted(callId)) {
            return false;
        }
        UUID id = rows.countIn(caller, at, wish);
        rows.count(callId, id, at);
        changed(id);
        return true;
    }

    /** A message came for a call that had been counted: it is the mailbox's work, not ours. */
    @Transactional
    void notMissed(UUID callId) {
        rows.takeBack(callId).ifPresent(this::changed);
    }

    /** @param since when that began; who calls and misses us again meanwhile still waits */
    @Transactional
    void settled(PhoneNumber caller, Instant since, How how) {
        rows.settle(caller, since, how, null, clock.instant()).ifPresent(this::changed);
    }

    @Transactional
    void textedBack(PhoneNumber caller, UUID textId, Instant since) {
        rows.settle(caller, since, How.TEXTED, textId, clock.instant()).ifPresent(this::changed);
    }

    /** Who thought they had written back has not: it waits again, unless the caller waits by now in a newer item. */
    @Transactional
    void textLost(UUID textId) {
        rows.unsettle(textId).ifPresent(this::changed);
    }

    /** @throws Problem {@code missed_call_not_found} */
    @Transactional
    public void done(UUID id, UUID who) {
        require(id);
        if (rows.done(id, who, clock.instant())) {
            changed(id);
        }
    }

    /** @throws Problem {@code missed_call_not_found}, or {@code missed_call_newer} when the caller waits in a newer item */
    @Transactional
    public void reopen(UUID id) {
        var missed = require(id);
        if (missed.done() == null) {
            return;
        }
        if (!rows.reopen(id)) {
            throw Problem.conflict("missed_call_newer", "This caller has called again since, and waits there.");
        }
        changed(id);
    }

    /**
     * @param who null leaves it to anybody
     * @throws Problem {@code missed_call_not_found}
     */
    @Transactional
    public void assign(UUID id, @Nullable UUID who) {
        require(id);
        if (rows.assign(id, who)) {
            changed(id);
        }
    }

    private MissedCall require(UUID id) {
        return rows.find(id)
                .orElseThrow(() -> Problem.notFound("missed_call_not_found", "There is no such missed call."));
    }

    private void changed(UUID id) {
        events.publishEvent(new MissedCallChanged(id));
    }
}
