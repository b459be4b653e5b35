package io.cloudpbx.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The sandbox carrier as a process of its own, in a folder of its own; both are gone when it is closed. */
final class SandboxProgram implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final HttpClient http = HttpClient.newHttpClient();
    private final Path folder;
    private final int port;
    private final Process process;
    private final Duration startedIn;

    /** @param speed of the carrier's clock */
    SandboxProgram(Programs programs, int speed) throws IOException, InterruptedException {
        this.folder = Files.createTempDirectory("cloudpbx-bench");
        this.port = freePort();
        long began = System.nanoTime();
        List<String> command = new ArrayList<>(programs.java());
        command.addAll(List.of("-jar", programs.sandbox().toString()));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile());
        builder.environment().put("CLOUDPBX_SANDBOX_PORT", String.valueOf(port));
        builder.environment().put("CLOUDPBX_SANDBOX_SPEED", String.valueOf(speed));
        builder.environment().put("CLOUDPBX_DATA", folder.toString());
        builder.environment()
                .put(
                        "CLOUDPBX_PARENT_PID",
                        String.valueOf(ProcessHandle.current().pid()));
        this.process = builder.start();
        awaitHealth();
        this.startedIn = Duration.ofNanos(System.nanoTime() - began);
    }

    String url() {
        return "http://127.0.0.1:" + port;
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

    private void awaitHealth() throws IOException, InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!isHealthy()) {
            if (!process.isAlive() || System.nanoTime() > deadline) {
                throw new IOException("The sandbox did not start; see " + folder.resolve("log"));
            }
            TimeUnit.MILLISECONDS.sleep(5);
        }
    }

    private boolean isHealthy() throws InterruptedException {
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create(url() + "/health"))
                    .timeout(Duration.ofSeconds(2))
                    .build();
            return http.send(request, BodyHandlers.discarding()).statusCode() == 200;
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
            for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
