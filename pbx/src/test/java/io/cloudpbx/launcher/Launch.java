package io.cloudpbx.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/** One run of the launcher, and what it said so far. */
final class Launch implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(120);

    private final Process process;
    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final Thread listener;

    Launch(Process process) {
        this.process = process;
        listener = Thread.ofVirtual().start(this::listen);
    }

    private void listen() {
        try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
            output.lines().forEach(lines::add);
        } catch (IOException | java.io.UncheckedIOException closed) {
            lines.add("(output closed)");
        }
    }

    String said() {
        return String.join("\n", lines);
    }

    Launch awaitSaying(String words) {
        Awaitility.await()
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(50))
                .until(() -> said().contains(words) || !process.isAlive());
        assertThat(said()).contains(words);
        return this;
    }

    /** The rest of the line after these words. */
    String lineAfter(String words) {
        return lines.stream()
                .filter(line -> line.contains(words))
                .map(line ->
                        line.substring(line.indexOf(words) + words.length()).strip())
                .findFirst()
                .orElseThrow(() -> new AssertionError("Nobody said: " + words + "\n" + said()));
    }

    int exitCode() throws InterruptedException {
        assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS))
                .as("ended:\n%s", said())
                .isTrue();
        listener.join();
        return process.exitValue();
    }

    /** What Ctrl-C does. */
    Launch interrupt() throws IOException, InterruptedException {
        return signal("INT");
    }

    Launch kill() throws IOException, InterruptedException {
        return signal("KILL");
    }

    private Launch signal(String name) throws IOException, InterruptedException {
        signal(name, process.pid());
        return this;
    }

    static void signal(String name, long pid) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + name, Long.toString(pid))
                .inheritIO()
                .start()
                .waitFor();
    }

    @Override
    public void close() throws Exception {
        if (process.isAlive()) {
            interrupt();
            exitCode();
        }
    }
}
