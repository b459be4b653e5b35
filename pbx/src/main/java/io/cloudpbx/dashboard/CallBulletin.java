package io.cloudpbx.dashboard;

import io.cloudpbx.calls.CallChanged;
import io.cloudpbx.calls.CallView;
import io.cloudpbx.calls.CallViews;
import io.cloudpbx.calls.CallerForgotten;
import io.cloudpbx.dashboard.NewsDesk.Told;
import io.cloudpbx.extensions.ExtensionViews;
import io.cloudpbx.jobs.Loops;
import io.cloudpbx.missedcalls.MissedCallChanged;
import io.cloudpbx.missedcalls.MissedCallView;
import io.cloudpbx.missedcalls.MissedCallViews;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionOperations;

/**
 * News of calls and of who was missed, gathered while the last ones are being written and then told together, each as it stands by then: a
 * caller waits for nobody's news, nor for the turn in which it is written. What is gathered when the program is killed is never told;
 * browsers load afresh after every start instead ({@link LiveFeed}).
 */
@Component
class CallBulletin {
    private static final Duration APART = Duration.ofMillis(100);

    private final NewsDesk newsDesk;
    private final CallViews calls;
    private final MissedCallViews missed;
    private final ExtensionViews extensions;
    private final TransactionOperations transactions;
    private final Loops loops;
    private final GatheredNews<Subject> gathered = new GatheredNews<>();

    CallBulletin(
            NewsDesk newsDesk,
            CallViews calls,
            MissedCallViews missed,
            ExtensionViews extensions,
            TransactionOperations transactions,
            Loops loops) {
        this.newsDesk = newsDesk;
        this.calls = calls;
        this.missed = missed;
        this.extensions = extensions;
        this.transactions = transactions;
        this.loops = loops;
    }

    private sealed interface Subject {
        UUID id();

        record OneCall(UUID id) implements Subject {}

        record OneMissed(UUID id) implements Subject {}
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
    void on(CallChanged change) {
        gathered.add(new Subject.OneCall(change.callId()));
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
    void on(CallerForgotten forgotten) {
        gathered.add(new Subject.OneCall(forgotten.callId()));
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
    void on(MissedCallChanged change) {
        gathered.add(new Subject.OneMissed(change.missedCallId()));
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

    private void tell(Set<Subject> subjects) {
        newsDesk.takeTurn();
        List<CallView> views = calls.newestOf(ids(subjects, Subject.OneCall.class));
        Set<UUID> parties = views.stream()
                .map(CallView::extension)
                .filter(Objects::nonNull)
                .map(CallView.Party::id)
                .collect(Collectors.toSet());
        newsDesk.tell(Stream.of(
                        views.stream().map(call -> new Told("call.state", call)),
                        extensions.findAll(parties).stream().map(extension -> new Told("extension.changed", extension)),
                        missed(ids(subjects, Subject.OneMissed.class)))
                .flatMap(news -> news));
        newsDesk.counts();
    }

    private static Set<UUID> ids(Set<Subject> subjects, Class<? extends Subject> kind) {
        return subjects.stream().filter(kind::isInstance).map(Subject::id).collect(Collectors.toSet());
    }

    /** One that turned out to be none is gone from every list. */
    private Stream<Told> missed(Set<UUID> ids) {
        Map<UUID, MissedCallView> known =
                missed.findAll(ids).stream().collect(Collectors.toMap(MissedCallView::id, Function.identity()));
        return ids.stream()
                .map(id -> new Told(
                        "missed.changed", known.containsKey(id) ? known.get(id) : Map.of("id", id, "gone", true)));
    }
}
