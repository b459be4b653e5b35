package io.cloudpbx.journeys;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/**
 * The phone system as a program of its own, with its own embedded database, which can be killed like any other. Its machine speaks
 * German.
 */
final class PhoneSystemProcess implements AutoCloseable {
    private static final String ADMIN_TOKEN = "a token of the tests";
    private static final Path LOG = Path.of("target", "phone-system-process.log");
    private static final int LINES_OF_LOG = 10;
    private static final int LINES_OF_STACK = 60;
    /** A start takes some ten seconds of processor time, and the races that may run beside it have many threads. */
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final Path data;
    private final String carrier;
    private final int port;
    private final Map<String, String> further;
    private final Company company;
    private Process process;

    PhoneSystemProcess(Path data, String carrier, int port) {
        this(data, carrier, port, Map.of());
    }

    /** @param further settings of its environment */
    PhoneSystemProcess(Path data, String carrier, int port, Map<String, String> further) {
        this.data = data;
        this.carrier = carrier;
        this.port = port;
        this.further = further;
        this.company = new Company("http://127.0.0.1:" + port, ADMIN_TOKEN);
        this.process = start();
    }

    Company company() {
        return company;
    }

    /** {@code kill -9}: no shutdown hook runs, no buffer is flushed. */
    void kill() {
        process.destroyForcibly();
        await(process);
    }

    void restart() {
        process = start();
    }

    private Process start() {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1"));
        command.addAll(List.of("-Duser.language=de", "-Duser.country=DE"));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), "io.cloudpbx.CloudPbx"));
        var builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(LOG.toFile()));
        builder.environment().putAll(environment());
        builder.environment().putAll(further);
        try {
            var started = builder.start();
            awaitHealth(started);
            return started;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Says on one line, which every summary of a run shows, what the program said last and did last: nobody can look into it after
     * a run elsewhere.
     */
    private void awaitHealth(Process started) throws IOException {
        var last = new AtomicReference<>("nothing listens");
        try {
            Awaitility.await().atMost(PATIENCE).until(() -> isHealthy(started, last));
        } catch (ConditionTimeoutException | IllegalStateException never) {
            String said = "The phone system did not become healthy: %s; processor time %s; %s; main thread: %s"
                    .formatted(
                            last.get(),
                            started.info().totalCpuDuration().orElse(Duration.ZERO),
                            endOfLog(),
                            mainThreadOf(started));
            started.destroyForcibly();
            throw new IllegalStateException(said, never);
        }
    }

    private static String mainThreadOf(Process program) throws IOException {
        String jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        var asked = new ProcessBuilder(jcmd, "" + program.pid(), "Thread.print")
                .redirectErrorStream(true)
                .start();
        asked.onExit().completeOnTimeout(asked, 10, TimeUnit.SECONDS).thenAccept(Process::destroyForcibly);
        return new String(asked.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .dropWhile(line -> !line.startsWith("\"main\""))
                .takeWhile(line -> !line.isBlank())
                .limit(LINES_OF_STACK)
                .map(String::strip)
                .collect(Collectors.joining(" | "));
    }

    private boolean isHealthy(Process started, AtomicReference<String> last) {
        if (!started.isAlive()) {
            throw new IllegalStateException("The phone system ended with " + started.exitValue());
        }
        try {
            last.set("asked, and not answered");
            var answer = company.get("/health");
            last.set(answer.toString());
            return answer.status() == 200;
        } catch (UncheckedIOException notYet) {
            last.set(String.valueOf(notYet.getCause()));
            return false;
        }
    }

    private static String endOfLog() throws IOException {
        var lines = Files.readAllLines(LOG);
        return String.join(" | ", lines.subList(Math.max(0, lines.size() - LINES_OF_LOG), lines.size()));
    }

    private Map<String, String> environment() {
        return Map.of(
                "CLOUDPBX_PORT",
                "" + port,
                "CLOUDPBX_DATA",
                data.toString(),
                "CLOUDPBX_DEMO",
                "true",
                "CLOUDPBX_ADMIN_TOKEN",
                ADMIN_TOKEN,
                "CLOUDPBX_PARENT_PID",
                "" + ProcessHandle.current().pid(),
                "PUBLIC_URL",
                "http://127.0.0.1:" + port,
                "TWILIO_BASE_URL",
                carrier,
                "TWILIO_ACCOUNT_SID",
                "AC00000000000000000000000000000001",
                "TWILIO_AUTH_TOKEN",
                "sandbox",
                "TWILIO_TOLL_FREE_NUMBER",
                Outside.MAIN_NUMBER);
    }

    private static void await(Process ending) {
        try {
            ending.waitFor(20, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        process.destroy();
        await(process);
        process.destroyForcibly();
    }
}
