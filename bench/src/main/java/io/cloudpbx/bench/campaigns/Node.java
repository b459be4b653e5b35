package io.cloudpbx.bench.campaigns;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** One phone system among several, which can be killed, frozen and woken like any other program. */
final class Node implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

    private final String user;
    private final Path folder;
    private final List<String> command;
    private final Map<String, String> environment;
    private final Relay wayToCarrier;
    private final int port;
    private @Nullable Process process;
    private int answersBefore;
    private volatile boolean frozen;

    /**
     * @param user who it is to the database
     * @param environment what it is set to, its own port and folder apart
     * @param wayToCarrier its own, by which its texts are told from others'
     */
    Node(String user, Path folder, List<String> command, Map<String, String> environment, Relay wayToCarrier)
            throws IOException {
        this.user = user;
        this.folder = folder;
        this.command = command;
        this.wayToCarrier = wayToCarrier;
        this.port = freePort();
        this.environment = new HashMap<>(environment);
        this.environment.putAll(Map.of(
                "CLOUDPBX_PORT",
                "" + port,
                "CLOUDPBX_DATA",
                folder.toString(),
                "CLOUDPBX_PARENT_PID",
                "" + ProcessHandle.current().pid(),
                "TWILIO_BASE_URL",
                wayToCarrier.address().toString()));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    String user() {
        return user;
    }

    /** How fast it lets each number send, from its next start on. */
    void paces(double segmentsPerSecond) {
        environment.put("CLOUDPBX_CAMPAIGN_LOCAL_RATE", "" + segmentsPerSecond);
        environment.put("CLOUDPBX_CAMPAIGN_TOLL_FREE_RATE", "" + segmentsPerSecond);
    }

    Relay wayToCarrier() {
        return wayToCarrier;
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + port);
    }

    /** Returns at once; it is up some seconds later. */
    void start() throws IOException {
        var builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        folder.resolveSibling(user + ".log").toFile()));
        builder.environment().putAll(environment);
        answersBefore = wayToCarrier.answers();
        process = builder.start();
    }

    void awaitUp() throws IOException, InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!isUp()) {
            if (!isAlive() || System.nanoTime() > deadline) {
                throw new IOException("A node did not start; see " + folder.resolveSibling(user + ".log"));
            }
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }

    boolean isAlive() {
        return process != null && process.isAlive();
    }

    /** Whether a text of its has been answered since its last start. */
    boolean hasSent() {
        return isAlive() && wayToCarrier.answers() > answersBefore;
    }

    private boolean isUp() throws InterruptedException {
        try {
            var request = HttpRequest.newBuilder(address().resolve("/health"))
                    .timeout(Duration.ofSeconds(2))
                    .build();
            return CLIENT.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    /** {@code kill -9}: no shutdown hook runs, no buffer is flushed. */
    void kill() throws InterruptedException {
        if (process != null) {
            process.destroyForcibly().waitFor();
        }
    }

    /** As an operator ends it. */
    void end() throws IOException, InterruptedException {
        signal("TERM");
        if (process != null) {
            process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        }
    }

    /** {@code kill -STOP}: as a machine whose memory went to disk, or a container that is throttled. */
    void freeze() throws IOException, InterruptedException {
        frozen = true;
        signal("STOP");
    }

    boolean isFrozen() {
        return frozen;
    }

    void wake() throws IOException, InterruptedException {
        signal("CONT");
        frozen = false;
    }

    private void signal(String name) throws IOException, InterruptedException {
        if (process != null) {
            new ProcessBuilder("kill", "-" + name, "" + process.pid()).start().waitFor();
        }
    }

    /** Its last words are kept: what one looks for is seldom there when one looks. */
    @Override
    public void close() throws InterruptedException {
        kill();
        wayToCarrier.close();
    }
}
