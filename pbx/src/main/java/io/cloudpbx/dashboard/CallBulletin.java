package io.cloudpbx.dashboard;

import io.cloudpbx.calls.CallChanged;
import io.cloudpbx.calls.CallView;
import io.cloudpbx.calls.CallViews;
import io.cloudpbx.calls.CallerForgotten;
import io.cloudpbx.dashboard.NewsDesk.Told;
import io.cloudpbx.extensions.ExtensionViews;
import io.cloudpbx.jobs.Loops;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionOperations;

/**
 * News of calls, gathered while the last ones are being written and then told together, each as it stands by then: a caller waits for
 * nobody's news. What is gathered when the program is killed is never told; browsers load afresh after every start instead
 * ({@link LiveFeed}).
 */
@Component
class CallBulletin {
    private static final Duration APART = Duration.ofMillis(100);

    private final NewsDesk newsDesk;
    private final CallViews calls;
    private final ExtensionViews extensions;
    private final TransactionOperations transactions;
    private final Loops loops;
    private final GatheredNews gathered = new GatheredNews();

    CallBulletin(
            NewsDesk newsDesk,
            CallViews calls,
            ExtensionViews extensions,
            TransactionOperations transactions,
            Loops loops) {
        this.newsDesk = newsDesk;
        this.calls = calls;
        this.extensions = extensions;
        this.transactions = transactions;
        this.loops = loops;
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
    void on(CallChanged change) {
        gathered.add(change.callId());
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
    void on(CallerForgotten forgotten) {
        gathered.add(forgotten.callId());
    }

    @EventListener(ApplicationReadyEvent.class)
    void start() {
        loops.run("call-news", this::follow);
    }

    private void follow() {
        try {
            while (true) {
                gathered.tellNext(ids -> transactions.executeWithoutResult(status -> tell(ids)));
                // What becomes of calls meanwhile is told together.
                LockSupport.parkNanos(APART.toNanos());
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    private void tell(Set<UUID> ids) {
        newsDesk.takeTurn();
        List<CallView> views = calls.newestOf(ids);
        Set<UUID> parties = views.stream()
                .map(CallView::extension)
                .filter(Objects::nonNull)
                .map(CallView.Party::id)
                .collect(Collectors.toSet());
        newsDesk.tell(Stream.concat(
                views.stream().map(call -> new Told("call.state", call)),
                extensions.findAll(parties).stream().map(extension -> new Told("extension.changed", extension))));
        newsDesk.counts();
    }
}
