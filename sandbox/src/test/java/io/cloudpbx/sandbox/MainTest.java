package io.cloudpbx.sandbox;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import io.cloudpbx.sandbox.client.Rest;
import io.cloudpbx.sandbox.state.Account;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program as a process of its own: starts, is killed, starts again. */
class MainTest {
    @TempDir
    Path data;

    private final List<Process> started = new ArrayList<>();

    @AfterEach
    void stop() {
        started.forEach(Process::destroyForcibly);
    }

    private Process launch(Map<String, String> environment) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                ProcessHandle.current().info().command().orElseThrow(),
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName());
        builder.environment().put("CLOUDPBX_DATA", data.toString());
        builder.environment().put("CLOUDPBX_SANDBOX_PORT", "0");
        builder.environment().putAll(environment);
        Process process = builder.redirectErrorStream(true).start();
        started.add(process);
        return process;
    }

    /** Where it says it listens; its whole output when it does not. */
    private static String baseUrl(Process process) throws IOException {
        StringBuilder output = new StringBuilder();
        BufferedReader lines = process.inputReader(StandardCharsets.UTF_8);
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            output.append(line).append('\n');
            if (line.startsWith("Sandbox carrier on ")) {
                return line.substring("Sandbox carrier on ".length());
            }
        }
        throw new AssertionError("It did not start: " + output);
    }

    private static String lastWords(Process process) throws Exception {
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(20, SECONDS)).isTrue();
        return output.strip();
    }

    @Test
    void what_was_acknowledged_survives_kill_9() throws Exception {
        Process first = launch(Map.of());
        Rest before = Rest.as(baseUrl(first), Account.BUSINESS_SID);
        Queue<String> acknowledged = new ConcurrentLinkedQueue<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int line = 0; line < 90; line++) {
                String number = "+1628555%04d".formatted(100 + line);
                threads.submit(() -> {
                    var reply = before.post("IncomingPhoneNumbers.json", "PhoneNumber", number);
                    if (reply.status() == 201) {
                        acknowledged.add(reply.text("sid"));
                    }
                    if (acknowledged.size() == 20) {
                        first.destroyForcibly();
                    }
                });
            }
        }
        assertThat(first.waitFor(20, SECONDS)).isTrue();

        Rest after = Rest.as(baseUrl(launch(Map.of())), Account.BUSINESS_SID);
        var page = after.get("IncomingPhoneNumbers.json?PageSize=1000").json().path("incoming_phone_numbers");
        List<String> remembered =
                page.valueStream().map(number -> number.path("sid").asString()).toList();

        assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(20);
        assertThat(remembered).containsAll(acknowledged).doesNotHaveDuplicates();
    }

    @Test
    void health_is_up_as_soon_as_it_says_where_it_listens() throws Exception {
        String url = baseUrl(launch(Map.of()));

        assertThat(Rest.send(HttpRequest.newBuilder(URI.create(url + "/health")))
                        .text("status"))
                .isEqualTo("UP");
    }

    @Test
    void a_taken_port_is_named_with_the_setting_that_changes_it() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String port = String.valueOf(taken.getLocalPort());

            Process process = launch(Map.of("CLOUDPBX_SANDBOX_PORT", port));

            assertThat(lastWords(process))
                    .isEqualTo("Port " + port + " is taken; set CLOUDPBX_SANDBOX_PORT to another one.");
            assertThat(process.exitValue()).isEqualTo(1);
        }
    }

    @Test
    void two_sandboxes_never_share_a_folder() throws Exception {
        baseUrl(launch(Map.of()));

        Process second = launch(Map.of());

        assertThat(lastWords(second)).contains(data.toString()).contains("CLOUDPBX_DATA");
        assertThat(second.exitValue()).isEqualTo(1);
    }

    @Test
    void a_setting_that_makes_no_sense_is_named() throws Exception {
        assertThat(lastWords(launch(Map.of("CLOUDPBX_SANDBOX_SPEED", "fast"))))
                .isEqualTo("CLOUDPBX_SANDBOX_SPEED is not a number: fast");
    }

    @Test
    void it_ends_with_the_process_it_belongs_to() throws Exception {
        Process parent = new ProcessBuilder("cat").start();
        started.add(parent);
        Process sandbox = launch(Map.of("CLOUDPBX_PARENT_PID", String.valueOf(parent.pid())));
        baseUrl(sandbox);

        parent.destroyForcibly();

        assertThat(sandbox.waitFor(20, SECONDS)).isTrue();
    }
}
