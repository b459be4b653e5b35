package io.cloudpbx.dialing;

import io.cloudpbx.contacts.ContactDeleted;
import io.cloudpbx.dialing.store.CalledRows;
import io.cloudpbx.dialing.store.DialedCallRows;
import io.cloudpbx.forgetting.CallToForget;
import io.cloudpbx.forgetting.Forgetting;
import io.cloudpbx.jobs.Job;
import io.cloudpbx.jobs.Jobs;
import io.cloudpbx.jobs.Outcome;
import io.cloudpbx.telephony.CarrierId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Calls to somebody who is to be forgotten stay in the log without their number (C39). Their phone may be rung just now, and be told of
 * later: what the carrier lists of that goes when the call is over.
 */
@Component
class ForgetCalled implements Job {
    static final String KIND = "dialing.forget-called";
    private static final Duration APART = Duration.ofSeconds(30);
    /** By then news of a phone has come that was on its way when its call ended. */
    private static final Duration NEWS_IS_LATE = Duration.ofMinutes(10);

    private final DialedCallRows rows;
    private final CalledRows phones;
    private final Forgetting forgetting;
    private final Jobs jobs;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    ForgetCalled(
            DialedCallRows rows,
            CalledRows phones,
            Forgetting forgetting,
            Jobs jobs,
            Clock clock,
            ApplicationEventPublisher events) {
        this.rows = rows;
        this.phones = phones;
        this.forgetting = forgetting;
        this.jobs = jobs;
        this.clock = clock;
        this.events = events;
    }

    @EventListener
    void on(ContactDeleted deleted) {
        for (DialedCall call : rows.forget(deleted.numbers())) {
            var phone = phones.legOf(call.id());
            phone.ifPresent(known -> forgetting.call(known, deleted.contactId()));
            if (phone.isEmpty() && mayBeToldOf(call)) {
                jobs.soon(KIND, new CallToForget(call.id(), deleted.contactId()).key());
            }
            events.publishEvent(new DialedCallChanged(call.id(), null, call.createdAt(), Duration.ZERO));
        }
    }

    /** Nobody is rung before 1 was pressed, and nobody any more who is forgotten by then. */
    private boolean mayBeToldOf(DialedCall call) {
        Instant ended = call.endedAt();
        return call.acceptedAt() != null && (ended == null || clock.instant().isBefore(ended.plus(NEWS_IS_LATE)));
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    @Transactional
    public Outcome run(String key, int attempt) {
        var wanted = CallToForget.of(key);
        Optional<CarrierId> phone = phones.legOf(wanted.call());
        phone.ifPresent(known -> forgetting.call(known, wanted.person()));
        boolean later = phone.isEmpty()
                && rows.find(wanted.call()).filter(this::mayBeToldOf).isPresent();
        return later ? new Outcome.Again(APART) : new Outcome.Done();
    }
}
