package io.cloudpbx.messaging.restored;

import io.cloudpbx.carrier.CarrierFailure;
import io.cloudpbx.carrier.CarrierText;
import io.cloudpbx.carrier.CarrierTexts;
import io.cloudpbx.forgetting.Forgetting;
import io.cloudpbx.jobs.Recurring;
import io.cloudpbx.messaging.TakenElsewhere;
import io.cloudpbx.messaging.arrive.MissedArrivals;
import io.cloudpbx.messaging.store.RecoveryRows;
import io.cloudpbx.messaging.store.WaitingTexts;
import io.cloudpbx.numbers.Numbers;
import io.cloudpbx.numbers.OwnNumber;
import io.cloudpbx.telephony.CarrierId;
import io.cloudpbx.telephony.PhoneNumber;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Reads in the carrier's lists, again and again until somebody resumes a restored system, what came in and left since its backup. A STOP
 * is heard by it, and whoever has got what waits here for them is not sent it again.
 */
@Component
class Comparison implements Recurring {
    private static final Logger LOG = LoggerFactory.getLogger(Comparison.class);

    /** Clocks differ, and a backup tells its time by the minute. */
    private static final Duration BEFORE = Duration.ofMinutes(5);

    private final RecoveryRows rows;
    private final MissedArrivals arrivals;
    private final Numbers numbers;
    private final CarrierTexts carrier;
    private final WaitingTexts texts;
    private final SentAlready sent;
    private final Strangers strangers;
    private final Forgetting forgetting;
    private final List<TakenElsewhere> elsewhere;
    private final TransactionOperations transactions;

    Comparison(
            RecoveryRows rows,
            MissedArrivals arrivals,
            Numbers numbers,
            CarrierTexts carrier,
            WaitingTexts texts,
            SentAlready sent,
            Strangers strangers,
            Forgetting forgetting,
            List<TakenElsewhere> elsewhere,
            TransactionOperations transactions) {
        this.rows = rows;
        this.arrivals = arrivals;
        this.numbers = numbers;
        this.carrier = carrier;
        this.texts = texts;
        this.sent = sent;
        this.strangers = strangers;
        this.forgetting = forgetting;
        this.elsewhere = elsewhere;
        this.transactions = transactions;
    }

    @Override
    public String name() {
        return "messaging.compare-restored";
    }

    @Override
    public Duration every() {
        return Duration.ofSeconds(20);
    }

    @Override
    public void run() {
        rows.open().ifPresent(this::compare);
    }

    private void compare(Recovery recovery) {
        Instant from = rows.now();
        Instant since = recovery.since().minus(BEFORE);
        try {
            int arrived = (int) arrivals.fetchSince(since, Integer.MAX_VALUE).stream()
                    .filter(text -> isSince(recovery.since(), text))
                    .count();
            for (OwnNumber number : numbers.held()) {
                PhoneNumber phone = number.number();
                if (phone != null) {
                    carrier.madeFrom(phone, since, page -> takeAll(recovery.id(), page));
                }
            }
            rows.compared(recovery.id(), from, arrived);
        } catch (CarrierFailure unasked) {
            LOG.warn("A restored system can't be compared with the carrier yet: {}", unasked.getMessage());
            rows.failed(recovery.id(), "The carrier can’t be asked at the moment.");
        }
    }

    private static boolean isSince(Instant backup, CarrierText text) {
        Instant at = text.createdAt();
        return at != null && !at.isBefore(backup);
    }

    private void takeAll(long recovery, List<CarrierText> page) {
        Set<CarrierId> known = known(page.stream().map(CarrierText::id).toList());
        List<CarrierText> oldestFirst = page.reversed().stream()
                .filter(text -> !known.contains(text.id()) && !forgetting.isForgotten(text.id()))
                .toList();
        if (oldestFirst.isEmpty()) {
            return;
        }
        Set<CarrierId> taken =
                Objects.requireNonNull(transactions.execute(status -> takeElsewhere(recovery, oldestFirst)));
        strangers.keep(
                recovery,
                oldestFirst.stream()
                        .filter(text -> !taken.contains(text.id()) && !sent.take(recovery, text))
                        .toList());
    }

    private Set<CarrierId> known(List<CarrierId> ids) {
        Set<CarrierId> known = new HashSet<>(texts.known(ids));
        elsewhere.forEach(each -> known.addAll(each.known(ids)));
        return known;
    }

    private Set<CarrierId> takeElsewhere(long recovery, List<CarrierText> unknown) {
        Set<CarrierId> taken = new HashSet<>();
        elsewhere.forEach(each -> taken.addAll(each.take(unknown)));
        rows.found(recovery, taken.size(), 0);
        return taken;
    }
}
