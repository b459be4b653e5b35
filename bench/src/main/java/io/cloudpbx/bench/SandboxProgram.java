package io.cloudpbx.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.concurrent.TimeUnit;

/** The sandbox carrier as a process of its own, in a folder of its own; both are gone when it is closed. */
final class SandboxProgram implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Programs programs;
    private final Path folder;
    private final Http http;
    private final Process process;
    private final Duration startedIn;

    SandboxProgram(Programs programs) throws IOException, InterruptedException {
        this.programs = programs;
        this.folder = Files.createTempDirectory("cloudpbx-bench");
        int port = freePort();
        this.http = Http.to(port);
        long began = System.nanoTime();
        ProcessBuilder builder = new ProcessBuilder(programs.carrier())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile());
        builder.environment().put("CLOUDPBX_SANDBOX_PORT", String.valueOf(port));
        builder.environment().put("CLOUDPBX_DATA", folder.toString());
        builder.environment()
                .put(
                        "CLOUDPBX_PARENT_PID",
                        String.valueOf(ProcessHandle.current().pid()));
        this.process = builder.start();
        awaitHealth();
        this.startedIn = Duration.ofNanos(System.nanoTime() - began);
    }

    Http http() {
        return http;
    }

    ProcessHandle handle() {
        return process.toHandle();
    }

    /** From the start of the process to its first healthy answer. */
    Duration startedIn() {
        return startedIn;
    }

    /** Memory that the process holds, in MB, as Linux counts it; 0 elsewhere. */
    double residentMegabytes() throws IOException {
        Path status = Path.of("/proc/" + process.pid() + "/status");
        if (!Files.exists(status)) {
            return 0;
        }
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / 1024)
                .findFirst()
                .orElse(0);
    }

    /** What is in use of its heap, in MB, after everything else was collected. */
    double liveHeapMegabytes() throws IOException, InterruptedException {
        Process histogram = new ProcessBuilder(
                        programs.tool("jcmd"), String.valueOf(process.pid()), "GC.class_histogram")
                .redirectErrorStream(true)
                .start();
        String total = histogram
                .inputReader()
                .lines()
                .filter(line -> line.startsWith("Total"))
                .reduce("", (before, line) -> line);
        histogram.waitFor();
        if (total.isEmpty()) {
            throw new IOException("jcmd does not tell what is in the carrier's heap");
        }
        return Double.parseDouble(total.strip().split("\\s+")[2]) / 1024 / 1024;
    }

    private void awaitHealth() throws IOException, InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!isHealthy()) {
            if (!process.isAlive() || System.nanoTime() > deadline) {
                throw new IOException("The sandbox did not start; see " + folder.resolve("log"));
            }
            TimeUnit.MILLISECONDS.sleep(5);
        }
    }

    private boolean isHealthy() {
        try {
            return http.send("GET", "/health", "").status() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() throws IOException, InterruptedException {
        process.destroy();
        process.waitFor(20, TimeUnit.SECONDS);
        try (var files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
