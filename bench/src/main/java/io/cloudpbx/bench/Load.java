package io.cloudpbx.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.IntFunction;

/** Work done many times over by a bounded number of clients. */
final class Load {
    private Load() {}

    /** @return how long all of it took */
    static Duration run(int times, int clients, IntFunction<Callable<?>> work)
            throws InterruptedException, ExecutionException {
        long began = System.nanoTime();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> running = new ArrayList<>();
            for (int client = 0; client < clients; client++) {
                int first = client;
                running.add(threads.submit(() -> {
                    for (int i = first; i < times; i += clients) {
                        work.apply(i).call();
                    }
                    return null;
                }));
            }
            for (Future<?> client : running) {
                client.get();
            }
        }
        return Duration.ofNanos(System.nanoTime() - began);
    }

    /** @return whether it came to hold in time */
    static boolean await(Duration atMost, BooleanSupplier condition) throws InterruptedException {
        long deadline = System.nanoTime() + atMost.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            TimeUnit.MILLISECONDS.sleep(20);
        }
        return true;
    }

    static double perSecond(long times, Duration took) {
        return times * 1e9 / took.toNanos();
    }
}
