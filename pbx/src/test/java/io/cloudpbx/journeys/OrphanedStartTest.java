package io.cloudpbx.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A start that waits for its database, when whoever started it ends. */
class OrphanedStartTest {
    @TempDir
    private Path folder;

    private Process launcher;
    private Process program;

    @BeforeEach
    void a_start_waits_for_a_database_that_nobody_has() throws IOException {
        launcher = new ProcessBuilder("tail", "-f", "/dev/null").start();
        // Who knows by heart how calls are led waits instead of giving up.
        Files.writeString(folder.resolve("routing-snapshot"), "{}");
        program = start();
    }

    @AfterEach
    void nobody_stays() {
        program.destroyForcibly();
        launcher.destroyForcibly();
    }

    @Test
    void it_ends_with_who_started_it() throws IOException {
        await().until(() -> said().contains("the start goes on when it can") || !program.isAlive());
        assertThat(program.isAlive()).as(said()).isTrue();

        launcher.destroyForcibly();

        await().until(() -> !program.isAlive());
        assertThat(said()).contains("that started this one has ended; stopping");
    }

    private String said() throws IOException {
        return Files.readString(folder.resolve("log"));
    }

    private Process start() throws IOException {
        int port = FreePort.pick();
        var builder = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "io.cloudpbx.CloudPbx"))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile());
        builder.environment()
                .putAll(Map.of(
                        "CLOUDPBX_PORT", "" + port,
                        "CLOUDPBX_DATA", folder.toString(),
                        "CLOUDPBX_PARENT_PID", "" + launcher.pid(),
                        "DATABASE_URL", "postgresql://nobody:nothing@127.0.0.1:" + FreePort.pick() + "/nowhere",
                        "PUBLIC_URL", "http://127.0.0.1:" + port,
                        "TWILIO_BASE_URL", "http://127.0.0.1:" + FreePort.pick(),
                        "TWILIO_ACCOUNT_SID", "AC00000000000000000000000000000001",
                        "TWILIO_AUTH_TOKEN", "sandbox",
                        "TWILIO_TOLL_FREE_NUMBER", Outside.MAIN_NUMBER));
        return builder.start();
    }
}
