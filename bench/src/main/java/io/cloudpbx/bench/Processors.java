package io.cloudpbx.bench;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** How much processor time, of the kernel's too, each of several processes takes. Wall clock tells little on a busy machine. */
final class Processors {
    private final Map<String, ProcessHandle> processes;
    private final Map<String, Duration> before = new LinkedHashMap<>();

    /** From now on. */
    Processors(Map<String, ProcessHandle> processes) {
        this.processes = processes;
        processes.forEach((name, process) -> before.put(name, used(process)));
    }

    /** By name, in milliseconds for each of so many things that were done. */
    Map<String, Double> millisPer(long things) {
        Map<String, Double> millis = new LinkedHashMap<>();
        processes.forEach((name, process) ->
                millis.put(name, used(process).minus(before.get(name)).toNanos() / 1e6 / things));
        return millis;
    }

    private static Duration used(ProcessHandle process) {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }
}
