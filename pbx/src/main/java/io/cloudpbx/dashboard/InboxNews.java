package io.cloudpbx.dashboard;

import io.cloudpbx.dashboard.NewsDesk.Told;
import io.cloudpbx.jobs.Loops;
import io.cloudpbx.messaging.ConversationViews;
import io.cloudpbx.messaging.EntryViews;
import io.cloudpbx.messaging.MessageViews;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * News of conversations, gathered while the last ones are being written and then told together, each as it stands by then: a
 * text that comes in waits for nobody's news, and a conversation in which much happens is told once. What is gathered when the
 * program is killed is never told; browsers load afresh after every start instead ({@link LiveFeed}).
 */
@Component
class InboxNews {
    private static final Duration APART = Duration.ofMillis(100);

    private final NewsDesk newsDesk;
    private final ConversationViews conversations;
    private final EntryViews entries;
    private final MessageViews messages;
    private final TransactionOperations transactions;
    private final Loops loops;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition filled = lock.newCondition();
    private Gathered gathered = Gathered.nothing();

    InboxNews(
            NewsDesk newsDesk,
            ConversationViews conversations,
            EntryViews entries,
            MessageViews messages,
            TransactionOperations transactions,
            Loops loops) {
        this.newsDesk = newsDesk;
        this.conversations = conversations;
        this.entries = entries;
        this.messages = messages;
        this.transactions = transactions;
        this.loops = loops;
    }

    /** What happened, by ids. */
    private record Gathered(Set<UUID> entries, Set<UUID> texts, Set<UUID> conversations) {
        static Gathered nothing() {
            return new Gathered(new LinkedHashSet<>(), new LinkedHashSet<>(), new LinkedHashSet<>());
        }

        void addAll(Gathered others) {
            entries.addAll(others.entries());
            texts.addAll(others.texts());
            conversations.addAll(others.conversations());
        }

        boolean isEmpty() {
            return entries.isEmpty() && texts.isEmpty() && conversations.isEmpty();
        }
    }

    @EventListener(ApplicationReadyEvent.class)
    void start() {
        loops.run("inbox-news", this::follow);
    }

    void added(UUID entryId) {
        gather(() -> gathered.entries().add(entryId));
    }

    void textChanged(UUID textId) {
        gather(() -> gathered.texts().add(textId));
    }

    void conversationChanged(UUID conversationId) {
        gather(() -> gathered.conversations().add(conversationId));
    }

    private void gather(Runnable what) {
        lock.lock();
        try {
            what.run();
            filled.signal();
        } finally {
            lock.unlock();
        }
    }

    private void follow() {
        try {
            while (true) {
                tellAll(take());
                // What happens meanwhile is told together.
                LockSupport.parkNanos(APART.toNanos());
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    /** What cannot be told now, as while the database is away, is told with the next. */
    private void tellAll(Gathered taken) {
        try {
            transactions.executeWithoutResult(status -> tell(taken));
        } catch (RuntimeException untold) {
            gather(() -> gathered.addAll(taken));
            throw untold;
        }
    }

    private Gathered take() throws InterruptedException {
        lock.lock();
        try {
            while (gathered.isEmpty()) {
                filled.await();
            }
            Gathered taken = gathered;
            gathered = Gathered.nothing();
            return taken;
        } finally {
            lock.unlock();
        }
    }

    private void tell(Gathered news) {
        newsDesk.takeTurn();
        var added = entries.byIds(news.entries());
        var changed = news.texts().stream()
                .filter(id -> !news.entries().contains(id))
                .flatMap(id -> messages.find(id).stream())
                .toList();
        var threads = conversations.byIds(news.conversations());
        newsDesk.tell(Stream.of(
                        added.stream().map(entry -> new Told("message.added", entry)),
                        changed.stream().map(text -> new Told("message.status", text)),
                        threads.stream().map(thread -> new Told("thread.changed", thread)))
                .flatMap(Function.identity()));
    }
}
