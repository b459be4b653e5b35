package io.cloudpbx.analytics;

import io.cloudpbx.analytics.store.TallyRows;
import io.cloudpbx.calls.CallChanged;
import io.cloudpbx.calls.CallFigures;
import io.cloudpbx.campaigns.CampaignProgressed;
import io.cloudpbx.campaigns.DeliveryFigures;
import io.cloudpbx.contacts.ContactDeleted;
import io.cloudpbx.contacts.ContactsMerged;
import io.cloudpbx.dialing.DialedCallChanged;
import io.cloudpbx.dialing.DialedFigures;
import io.cloudpbx.messaging.TextChanged;
import io.cloudpbx.messaging.TextFigures;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Marks days that are over when something of them changes, in the transaction in which it does. Of today, which nobody has counted, nothing
 * has to be written down.
 */
@Component
class LateNews {
    /** Before a day is counted, and so long that whoever wrote nothing down has long ended when it is. */
    private static final Duration NOT_COUNTED_YET = Counting.REST.dividedBy(2);

    private final CallFigures calls;
    private final TextFigures texts;
    private final DeliveryFigures deliveries;
    private final TallyRows rows;
    private final Clock clock;

    LateNews(CallFigures calls, TextFigures texts, DeliveryFigures deliveries, TallyRows rows, Clock clock) {
        this.calls = calls;
        this.texts = texts;
        this.deliveries = deliveries;
        this.rows = rows;
        this.clock = clock;
    }

    @EventListener
    void on(CallChanged changed) {
        // Its end is told as well.
        if (!changed.led()) {
            calls.since(changed.callId()).map(LateNews::day).ifPresent(day -> mark(CallFigures.SUBJECT, List.of(day)));
        }
    }

    @EventListener
    void on(DialedCallChanged changed) {
        mark(DialedFigures.SUBJECT, List.of(day(changed.since())));
    }

    @EventListener
    void on(TextChanged changed) {
        texts.since(changed.textId()).ifPresent(since -> markSince(TextFigures.SUBJECT, since));
    }

    @EventListener
    void on(CampaignProgressed changed) {
        markSince(DeliveryFigures.SUBJECT, changed.since());
    }

    /** Before anybody forgets when there was something. */
    @EventListener
    @Order(Ordered.HIGHEST_PRECEDENCE)
    void on(ContactDeleted deleted) {
        mark(TextFigures.SUBJECT, texts.daysWith(deleted.contactId()));
        mark(DeliveryFigures.SUBJECT, deliveries.daysWith(deleted.numbers()));
    }

    /** What was said with two is said with one, in another order: others may have answered first. */
    @TransactionalEventListener(phase = TransactionPhase.BEFORE_COMMIT)
    void on(ContactsMerged merged) {
        mark(TextFigures.SUBJECT, texts.daysWith(merged.keptId()));
    }

    private void markSince(String subject, Instant since) {
        LocalDate end = firstNotCounted();
        mark(
                subject,
                Stream.iterate(day(since), end::isAfter, day -> day.plusDays(1)).toList());
    }

    private void mark(String subject, List<LocalDate> days) {
        var counted = days.stream().filter(firstNotCounted()::isAfter).toList();
        if (!counted.isEmpty()) {
            rows.mark(subject, counted);
        }
    }

    private LocalDate firstNotCounted() {
        return day(clock.instant().minus(NOT_COUNTED_YET));
    }

    private static LocalDate day(Instant instant) {
        return LocalDate.ofInstant(instant, ZoneOffset.UTC);
    }
}
