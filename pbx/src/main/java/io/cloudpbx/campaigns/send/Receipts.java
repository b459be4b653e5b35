package io.cloudpbx.campaigns.send;

import io.cloudpbx.campaigns.CampaignProgressed;
import io.cloudpbx.campaigns.ledger.OutcomeLedger;
import io.cloudpbx.campaigns.ledger.OutcomeLedger.Known;
import io.cloudpbx.campaigns.ledger.ReceiptLedger;
import io.cloudpbx.campaigns.ledger.ReceiptLedger.Receipt;
import io.cloudpbx.telephony.MessageStatus;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/**
 * What the carrier says of deliveries, in whatever order it comes and however often (R3). Those that come soon after each other
 * are written together, and all of them answered when that is committed.
 */
@Service
public class Receipts {
    private static final Logger log = LoggerFactory.getLogger(Receipts.class);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int AT_ONCE = 1_000;

    private final ReceiptLedger receipts;
    private final OutcomeLedger outcomes;
    private final Conclusions conclusions;
    private final TransactionOperations transactions;
    private final Clock clock;
    private final ApplicationEventPublisher events;
    private final BlockingQueue<Waiting> queue = new LinkedBlockingQueue<>();
    private final Writing<Waiting> writing = new Writing<>(this::write, Receipts::refuse, Receipts::failTogether);

    Receipts(
            ReceiptLedger receipts,
            OutcomeLedger outcomes,
            Conclusions conclusions,
            TransactionOperations transactions,
            Clock clock,
            ApplicationEventPublisher events) {
        this.receipts = receipts;
        this.outcomes = outcomes;
        this.conclusions = conclusions;
        this.transactions = transactions;
        this.clock = clock;
        this.events = events;
    }

    private record Waiting(Receipt receipt, CompletableFuture<Boolean> written) {}

    /** Returns when it is kept for good. One for a token that nobody gave is kept too, and moves nothing (R4). */
    public void told(Receipt receipt) {
        take(receipt).orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
    }

    /** @return what is done when it is kept for good */
    CompletableFuture<Boolean> take(Receipt receipt) {
        var waiting = new Waiting(receipt, new CompletableFuture<>());
        queue.add(waiting);
        return waiting.written();
    }

    /** Waits for a receipt, and writes down what else comes within that time after it. */
    void writeNext(Duration gathered) throws InterruptedException {
        List<Waiting> some = new ArrayList<>(List.of(queue.take()));
        LockSupport.parkNanos(gathered.toNanos());
        queue.drainTo(some, AT_ONCE - 1);
        writing.write(some);
    }

    /** Whether nothing waits to be written. */
    boolean isIdle() {
        return queue.isEmpty();
    }

    private void write(List<Waiting> some) {
        List<Known> news = Objects.requireNonNull(transactions.execute(
                status -> write(some.stream().map(Waiting::receipt).toList(), clock.instant())));
        some.forEach(waiting -> waiting.written().complete(true));
        conclusions.aboutAccount(news);
    }

    /** The carrier brings them again. */
    private static void failTogether(List<Waiting> some, RuntimeException away) {
        some.forEach(waiting -> waiting.written().completeExceptionally(away));
    }

    /** However often it is brought, it is asked about when nothing else comes. */
    private static void refuse(Waiting waiting, RuntimeException failure) {
        log.error(
                "What the carrier says of its text {} cannot be written down ({}).",
                waiting.receipt().id(),
                failure.getClass().getSimpleName());
        waiting.written().completeExceptionally(failure);
    }

    /** @return what had not been said before */
    private List<Known> write(List<Receipt> some, Instant now) {
        List<Known> news =
                receipts.keep(some, now).stream().map(Receipts::known).toList();
        conclusions.aboutNumbers(news, now);
        outcomes.known(some.stream().map(Receipts::known).toList(), now);
        outcomes.moved(some.stream().map(Receipt::token).toList())
                .forEach(moved -> events.publishEvent(new CampaignProgressed(moved.campaignId(), moved.since())));
        return news;
    }

    private static Known known(Receipt receipt) {
        return Known.of(
                receipt.token(),
                receipt.id(),
                MessageStatus.reported(receipt.status()).orElse(null),
                receipt.errorCode());
    }
}
