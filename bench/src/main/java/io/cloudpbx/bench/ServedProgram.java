package io.cloudpbx.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A program that serves HTTP, as a process of its own with a folder of its own; both are gone when it is closed. */
final class ServedProgram implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Path folder;
    private final Http http;
    private final Process process;
    private final Duration startedIn;

    /** Returns when it answers that it is healthy. */
    ServedProgram(List<String> command, int port, Map<String, String> environment)
            throws IOException, InterruptedException {
        this.folder = Files.createTempDirectory("cloudpbx-bench");
        this.http = Http.to(port);
        long began = System.nanoTime();
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile());
        builder.environment().putAll(environment);
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

    /** Where it keeps what it keeps. */
    Path folder() {
        return folder;
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

    ProcessHandle handle() {
        return process.toHandle();
    }

    /** From the start of the process to its first healthy answer. */
    Duration startedIn() {
        return startedIn;
    }

    private void awaitHealth() throws IOException, InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!isHealthy()) {
            if (!process.isAlive() || System.nanoTime() > deadline) {
                throw new IOException("The program did not start; see " + folder.resolve("log"));
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

    static int freePort() throws IOException {
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
