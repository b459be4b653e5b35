package io.cloudpbx.database.embedded;

import io.cloudpbx.startup.CannotStart;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGProperty;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The running server process: started, waited for, started again when it ends unbidden, stopped. */
final class Server {
    private static final Logger log = LoggerFactory.getLogger(Server.class);
    /** Recovery after a crash counts into it; only a server that is ready or has ended is waited for no longer. */
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    /** What an earlier server left behind, its memory for one, is gone within a second or two. */
    private static final int ATTEMPTS = 8;

    private static final int ANSWER_SECONDS = 5;

    private static final long LARGE_LOG = 10 * 1024 * 1024L;

    private final Cluster cluster;
    private final ServerOptions options;
    private final String password;
    /** The server gets its death signal from the end of the thread that started it, so that thread must stay. */
    private final ExecutorService keeper = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("postgres").factory());

    private volatile int port;
    private volatile boolean stopping;
    private volatile @Nullable Process process;

    Server(Cluster cluster, ServerOptions options) throws IOException {
        this.cluster = cluster;
        this.options = options;
        this.password = cluster.password();
    }

    void start() throws IOException, InterruptedException {
        prepareLog();
        endPredecessor();
        port = cluster.choosePort();
        launchUntilReady();
    }

    String jdbcUrl(String database) {
        return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, database);
    }

    String password() {
        return password;
    }

    /** Fast: ends sessions, writes a checkpoint, returns when all is on disk. */
    void stop() throws IOException, InterruptedException {
        stopping = true;
        stopNow();
        keeper.shutdown();
    }

    /**
     * Ends a server that outlived the program it belonged to. We could go on with it, but it would not end with us, and
     * it may have been told to stop already; starting afresh takes a third of a second.
     */
    private void endPredecessor() throws IOException, InterruptedException {
        PidFile pidFile = PidFile.in(cluster.data());
        if (pidFile.server().isPresent()) {
            log.info("An earlier PostgreSQL still runs in {}; stopping it.", cluster.data());
            stopNow();
        }
        pidFile.removeIfMisleading();
    }

    private void stopNow() throws IOException, InterruptedException {
        Programs.Ended ended = cluster.programs()
                .run("pg_ctl", List.of("stop", "-D", cluster.data().toString(), "-m", "fast", "-w", "-t", "60"));
        if (ended.code() != 0 && PidFile.in(cluster.data()).server().isPresent()) {
            throw new CannotStart(
                    "PostgreSQL in %s could not be stopped: %s".formatted(cluster.data(), ended.output()));
        }
    }

    private void launchUntilReady() throws IOException, InterruptedException {
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            Process started = launch();
            if (becomesReady(started)) {
                process = started;
                started.onExit().thenRun(this::launchAgain);
                return;
            }
            new CompletableFuture<Void>()
                    .completeOnTimeout(null, 500, TimeUnit.MILLISECONDS)
                    .join();
            port = cluster.choosePort();
        }
        throw new CannotStart(
                "PostgreSQL did not start. Its last words in %s: %s".formatted(cluster.log(), lastWords()));
    }

    private Process launch() throws IOException, InterruptedException {
        List<String> arguments = new ArrayList<>(List.of("-D", cluster.data().toString()));
        arguments.addAll(options.arguments(port));
        try {
            return keeper.submit(() -> cluster.programs().serve(arguments, cluster.log()))
                    .get();
        } catch (ExecutionException failed) {
            throw new IOException("PostgreSQL could not be started.", failed.getCause());
        }
    }

    private boolean becomesReady(Process started) throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < deadline) {
            if (started.waitFor(30, TimeUnit.MILLISECONDS)) {
                return false;
            }
            if (accepts(jdbcUrl(Cluster.SUPERUSER), password)) {
                return true;
            }
        }
        return false;
    }

    /**
     * Gives up after some seconds: should a stranger have taken the port in the moment before our server did, nobody may ever
     * answer there.
     */
    static boolean accepts(String url, String password) {
        var properties = new Properties();
        PGProperty.USER.set(properties, Cluster.SUPERUSER);
        PGProperty.PASSWORD.set(properties, password);
        PGProperty.CONNECT_TIMEOUT.set(properties, ANSWER_SECONDS);
        PGProperty.SOCKET_TIMEOUT.set(properties, ANSWER_SECONDS);
        try (var connection = DriverManager.getConnection(url, properties)) {
            return connection.isValid(ANSWER_SECONDS);
        } catch (SQLException notYet) {
            return false;
        }
    }

    private void launchAgain() {
        if (stopping) {
            return;
        }
        log.error("PostgreSQL ended by itself; starting it again. Its last words: {}", lastWords());
        Thread.ofPlatform().daemon().name("postgres-restart").start(() -> {
            try {
                endPredecessor();
                launchUntilReady();
            } catch (IOException | InterruptedException | RuntimeException failed) {
                log.error("PostgreSQL could not be started again.", failed);
            }
        });
    }

    private void prepareLog() throws IOException {
        Path current = cluster.log();
        if (Files.notExists(current)) {
            // The server's words may hold people's; they are for the operator alone.
            Permissions.privateFile(current, "");
        } else if (Files.size(current) > LARGE_LOG) {
            Files.move(current, current.resolveSibling("server.log.1"), StandardCopyOption.REPLACE_EXISTING);
            Permissions.privateFile(current, "");
        }
    }

    private String lastWords() {
        try {
            List<String> lines = Files.readAllLines(cluster.log());
            return String.join(" | ", lines.subList(Math.max(0, lines.size() - 5), lines.size()));
        } catch (IOException unreadable) {
            return "(none)";
        }
    }
}
