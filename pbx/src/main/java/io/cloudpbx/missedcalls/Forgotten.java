package io.cloudpbx.missedcalls;

import io.cloudpbx.contacts.ContactDeleted;
import io.cloudpbx.jobs.Recurring;
import io.cloudpbx.missedcalls.store.MissedCallRows;
import io.cloudpbx.missedcalls.store.TextBackRows;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Lets go of callers who are to be forgotten (C39), and of days on which nobody is texted any more. */
@Component
class Forgotten implements Recurring {
    /** More than any zone is behind another. */
    private static final int DAYS_KEPT = 3;

    private final MissedCallRows missed;
    private final TextBackRows days;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Forgotten(MissedCallRows missed, TextBackRows days, Clock clock, ApplicationEventPublisher events) {
        this.missed = missed;
        this.days = days;
        this.clock = clock;
        this.events = events;
    }

    @EventListener
    void on(ContactDeleted deleted) {
        days.forget(deleted.numbers());
        missed.forget(deleted.numbers()).forEach(id -> events.publishEvent(new MissedCallChanged(id)));
    }

    @Override
    public String name() {
        return "missedcalls.forget-days";
    }

    @Override
    public Duration every() {
        return Duration.ofHours(6);
    }

    @Override
    public void run() {
        days.forgetBefore(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).minusDays(DAYS_KEPT));
    }
}
