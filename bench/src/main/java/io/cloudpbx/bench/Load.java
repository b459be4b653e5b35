package io.cloudpbx.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Work done many times over by a bounded number of clients. */
final class Load {
    private Load() {}

    /** One request; the number says which of them all. */
    interface Request {
        void send(int number) throws IOException;
    }

    /** Something that comes to hold. */
    interface Condition {
        boolean holds() throws IOException;
    }

    /**
     * How it went.
     *
     * @param took from the first request to the last answer
     * @param nanos how long each answer took to come, shortest first
     */
    record Course(Duration took, long[] nanos) {
        double perSecond() {
            return Load.perSecond(nanos.length, took);
        }

        /** @param share of all answers that took no longer, from 0 to 1 */
        double millis(double share) {
            return nanos[(int) Math.min(nanos.length - 1, Math.floor(nanos.length * share))] / 1e6;
        }
    }

    static Course run(int times, int clients, Request request) throws InterruptedException, ExecutionException {
        long[] nanos = new long[times];
        long began = System.nanoTime();
        try (var threads = Executors.newFixedThreadPool(clients)) {
            List<Future<?>> running = new ArrayList<>();
            for (int client = 0; client < clients; client++) {
                int first = client;
                running.add(threads.submit(() -> {
                    for (int i = first; i < times; i += clients) {
                        long sent = System.nanoTime();
                        request.send(i);
                        nanos[i] = System.nanoTime() - sent;
                    }
                    return null;
                }));
            }
            for (Future<?> client : running) {
                client.get();
            }
        }
        Duration took = Duration.ofNanos(System.nanoTime() - began);
        Arrays.sort(nanos);
        return new Course(took, nanos);
    }

    /**
     * Requests at their times, so many a second, however long those before them take: each counts from when it was due, so that one that
     * is late makes those that wait behind it late as well, and is not left out.
     */
    static Course paced(int perSecond, int times, int clients, Request request)
            throws InterruptedException, ExecutionException {
        long[] nanos = new long[times];
        AtomicInteger next = new AtomicInteger();
        long began = System.nanoTime();
        try (var threads = Executors.newFixedThreadPool(clients)) {
            List<Future<?>> running = new ArrayList<>();
            for (int client = 0; client < clients; client++) {
                running.add(threads.submit(() -> {
                    for (int i = next.getAndIncrement(); i < times; i = next.getAndIncrement()) {
                        long due = began + i * 1_000_000_000L / perSecond;
                        TimeUnit.NANOSECONDS.sleep(due - System.nanoTime());
                        request.send(i);
                        nanos[i] = System.nanoTime() - due;
                    }
                    return null;
                }));
            }
            for (Future<?> client : running) {
                client.get();
            }
        }
        Duration took = Duration.ofNanos(System.nanoTime() - began);
        Arrays.sort(nanos);
        return new Course(took, nanos);
    }

    /** @return whether it came to hold in time */
    static boolean await(Duration atMost, Condition condition) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + atMost.toNanos();
        while (!condition.holds()) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            TimeUnit.MILLISECONDS.sleep(50);
        }
        return true;
    }

    static double perSecond(long times, Duration took) {
        return times * 1e9 / took.toNanos();
    }
}
