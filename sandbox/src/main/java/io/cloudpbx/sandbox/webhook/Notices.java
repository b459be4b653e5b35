package io.cloudpbx.sandbox.webhook;

import io.cloudpbx.sandbox.fault.Faults;
import io.cloudpbx.sandbox.fault.What;
import io.cloudpbx.sandbox.time.Agenda;
import io.cloudpbx.sandbox.time.SandboxClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Callbacks on their way: one after the other per resource, unless a fault has them dropped, doubled, late or out of
 * order ({@code twilio.md} E1).
 */
final class Notices implements AutoCloseable {
    private static final String ONE_LINE = "";
    /** More at once would only make a server close connections that we are about to use again. */
    private static final int AT_ONCE_PER_SERVER = 256;

    private static final int IDLE_SECONDS = 10;

    private final SandboxClock clock;
    private final Faults faults;
    private final Consumer<Notice> tell;
    private final Agenda late;
    private final List<Notice> waiting = new ArrayList<>();
    private final Map<String, ExecutorService> servers = new ConcurrentHashMap<>();
    private final Map<String, CompletableFuture<?>> last = new ConcurrentHashMap<>();
    /** Those that wait for the next one about the same resource to go first. */
    private final Map<String, List<Notice>> held = new ConcurrentHashMap<>();

    /** @param tell sends one and returns when that is done */
    Notices(SandboxClock clock, Faults faults, Consumer<Notice> tell) {
        this.clock = clock;
        this.faults = faults;
        this.tell = tell;
        this.late = new Agenda(clock, "late-callbacks");
    }

    /** A callback and where it goes. */
    record Notice(Message message, String url, String method, String idempotencyToken) {}

    void send(Message message, String url, String method) {
        Message struck = message.struck(faults.decide(() -> message.site(method, url)));
        if (struck.isLost()) {
            return;
        }
        Notice notice = new Notice(struck, url, method, UUID.randomUUID().toString());
        for (int copy = 0; copy <= struck.copies(); copy++) {
            sendOne(notice);
        }
    }

    private void sendOne(Notice notice) {
        long delay = notice.message().delayMs();
        if (delay > 0) {
            late.at(clock.instant().plusMillis(delay), () -> queue(notice));
            return;
        }
        List<Notice> overtaken = held.remove(notice.message().resourceSid());
        What.Reorder reorder = notice.message().reorder();
        if (overtaken == null && reorder != null) {
            hold(notice, Duration.ofSeconds(reorder.withinSeconds()));
            return;
        }
        queue(notice);
        if (overtaken != null) {
            overtaken.forEach(this::queue);
        }
    }

    private void hold(Notice notice, Duration atMost) {
        String sid = notice.message().resourceSid();
        List<Notice> waiting = new ArrayList<>(List.of(notice));
        held.put(sid, waiting);
        late.at(clock.instant().plus(atMost), () -> {
            if (held.remove(sid, waiting)) {
                waiting.forEach(this::queue);
            }
        });
    }

    /** While the clock stands whoever is on turn goes on first; then callbacks are sent, one at a time. */
    private void queue(Notice notice) {
        if (!clock.isStepped()) {
            send(notice, notice.message().resourceSid());
            return;
        }
        synchronized (waiting) {
            waiting.add(notice);
        }
        late.at(clock.instant(), this::sendWaiting);
    }

    private void sendWaiting() {
        synchronized (waiting) {
            waiting.forEach(notice -> send(notice, ONE_LINE));
            waiting.clear();
        }
    }

    private void send(Notice notice, String line) {
        SandboxClock.Lasting telling = clock.inFlight();
        ExecutorService threads = servers.computeIfAbsent(server(notice.url()), Notices::threads);
        CompletableFuture<?> told = last.compute(line, (name, before) -> {
            CompletableFuture<?> ready = before == null ? CompletableFuture.completedFuture(null) : before;
            return ready.handle((done, failed) -> null).thenRunAsync(() -> tell.accept(notice), threads);
        });
        told.whenComplete((done, failed) -> {
            last.remove(line, told);
            telling.close();
        });
    }

    private static ExecutorService threads(String server) {
        ThreadPoolExecutor threads = new ThreadPoolExecutor(
                AT_ONCE_PER_SERVER,
                AT_ONCE_PER_SERVER,
                IDLE_SECONDS,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(),
                Thread.ofVirtual().name("notices").factory());
        threads.allowCoreThreadTimeOut(true);
        return threads;
    }

    /** Scheme and host with its port. */
    private static String server(String url) {
        int path = url.indexOf('/', url.indexOf("//") + 2);
        return path < 0 ? url : url.substring(0, path);
    }

    /** While the clock stands all requests are sent one after the other, so that their order is always the same. */
    void awaitThoseBefore() throws InterruptedException {
        sendWaiting();
        CompletableFuture<?> before = last.get(ONE_LINE);
        if (before != null) {
            CountDownLatch told = new CountDownLatch(1);
            before.whenComplete((done, failed) -> told.countDown());
            told.await();
        }
    }

    @Override
    public void close() {
        late.close();
        servers.values().forEach(ExecutorService::shutdownNow);
    }
}
