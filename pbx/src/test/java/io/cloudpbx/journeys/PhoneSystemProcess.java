package io.cloudpbx.journeys;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/** The phone system as a program of its own, with its own embedded database, which can be killed like any other. */
final class PhoneSystemProcess implements AutoCloseable {
    private static final String ADMIN_TOKEN = "a token of the tests";

    private final Path data;
    private final String carrier;
    private final int port;
    private final Company company;
    private Process process;

    PhoneSystemProcess(Path data, String carrier, int port) {
        this.data = data;
        this.carrier = carrier;
        this.port = port;
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
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), "io.cloudpbx.CloudPbx"));
        var builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(new File("target/phone-system-process.log")));
        builder.environment().putAll(environment());
        try {
            var started = builder.start();
            Awaitility.await().atMost(Duration.ofSeconds(120)).until(() -> isHealthy(started));
            return started;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean isHealthy(Process started) {
        if (!started.isAlive()) {
            throw new IllegalStateException("The phone system ended; see target/phone-system-process.log");
        }
        try {
            return company.get("/health").status() == 200;
        } catch (UncheckedIOException notYet) {
            return false;
        }
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
