package io.cloudpbx.bench;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** How much processor time, of the kernel's too, each of several processes takes. Wall clock tells little on a busy machine. */
final class Processors {
    private final Map<String, Supplier<Stream<ProcessHandle>>> processes = new LinkedHashMap<>();
    private final Map<String, Duration> before = new LinkedHashMap<>();

    /** From now on. */
    Processors(Map<String, ProcessHandle> processes) {
        processes.forEach((name, process) -> add(name, () -> Stream.of(process)));
    }

    /** All that a process has started and that lives, together. */
    Processors andChildren(String name, ProcessHandle of) {
        add(name, of::descendants);
        return this;
    }

    private void add(String name, Supplier<Stream<ProcessHandle>> some) {
        processes.put(name, some);
        before.put(name, used(some));
    }

    /** By name, in milliseconds for each of so many things that were done. */
    Map<String, Double> millisPer(long things) {
        Map<String, Double> millis = new LinkedHashMap<>();
        processes.forEach((name, some) ->
                millis.put(name, used(some).minus(before.get(name)).toNanos() / 1e6 / things));
        return millis;
    }

    private static Duration used(Supplier<Stream<ProcessHandle>> some) {
        return some.get()
                .map(process -> process.info().totalCpuDuration().orElse(Duration.ZERO))
                .reduce(Duration.ZERO, Duration::plus);
    }
}
