package io.cloudpbx.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.cloudpbx.sandbox.Sandbox;
import io.cloudpbx.sandbox.SandboxSettings;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** {@code kill -9} at the worst moments: the voicemail is there afterwards. */
class KillTest {
    private static final String CALLER = "+17075550142";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** The database's files belong to another user when the tests run as root, and it may take a moment to end. */
    @TempDir(cleanup = CleanupMode.NEVER)
    Path data;

    @Test
    void a_message_being_spoken_and_a_message_being_downloaded_both_survive() throws Exception {
        try (var carrier = Sandbox.start(SandboxSettings.inMemory(10));
                var stalling = new TroubledCarrier(carrier.baseUrl());
                var phoneSystem = new PhoneSystemProcess(data, stalling.url(), freePort())) {
            stalling.stallRecordings();
            var outside = new Outside(carrier.baseUrl());
            String hannah = await().atMost(PATIENCE)
                    .until(
                            () -> phoneSystem
                                    .company()
                                    .extension("105")
                                    .path("number")
                                    .asString(""),
                            number -> !number.isEmpty());

            String call =
                    outside.call(CALLER, hannah, "<Pause length='10'/><Say loop='4'>The first message of two.</Say>");
            await().atMost(PATIENCE).until(stalling::isHalfway);
            phoneSystem.kill();
            stalling.goOn();
            await().atMost(PATIENCE).until(() -> outside.isOver(call));
            phoneSystem.restart();
            await().atMost(PATIENCE).until(() -> stored(phoneSystem.company()).size() == 1);

            String second = outside.call(
                    CALLER, hannah, "<Pause length='10'/><Say loop='20'>The second message, cut off by a crash.</Say>");
            await().atMost(PATIENCE).until(() -> isLeavingMessage(phoneSystem.company()));
            phoneSystem.kill();
            await().atMost(PATIENCE).until(() -> outside.isOver(second));
            phoneSystem.restart();

            await().atMost(PATIENCE).until(() -> stored(phoneSystem.company()).size() == 2);
            await().atMost(PATIENCE)
                    .until(() -> phoneSystem
                            .company()
                            .get("/api/calls/live")
                            .body()
                            .get("items")
                            .isEmpty());
            assertThat(stored(phoneSystem.company()))
                    .allMatch(item -> item.get("ext").asString().equals("105"));
        }
    }

    private static List<JsonNode> stored(Company company) {
        return company.get("/api/voicemails")
                .body()
                .get("items")
                .valueStream()
                .filter(item -> item.get("state").asString().equals("stored"))
                .toList();
    }

    private static boolean isLeavingMessage(Company company) {
        return company.get("/api/calls/live")
                .body()
                .get("items")
                .valueStream()
                .anyMatch(call -> call.get("where").asString().equals("voicemail"));
    }

    private static int freePort() throws Exception {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
