package io.cloudpbx.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import io.cloudpbx.sandbox.Sandbox;
import io.cloudpbx.sandbox.SandboxSettings;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** {@code kill -9} at the worst moments: the voicemail is there afterwards, also the one that was taken elsewhere meanwhile. */
class KillTest {
    private static final String CALLER = "+17075550142";
    private static final String NEXT_CALLER = "+17075550143";

    /** The database's files belong to another user when the tests run as root, and it may take a moment to end. */
    @TempDir(cleanup = CleanupMode.NEVER)
    Path data;

    @Test
    void messages_spoken_downloaded_or_taken_elsewhere_during_the_crash_survive() throws Exception {
        try (var carrier = Sandbox.start(SandboxSettings.inMemory(10));
                var stalling = new TroubledCarrier(carrier.baseUrl());
                var fallback = new StaticFallback();
                var phoneSystem = new PhoneSystemProcess(data, stalling.url(), FreePort.pick(), fallback.settings())) {
            assertThat(tooLong(phoneSystem.company())).contains("at most 5,000 characters");
            stalling.stallRecordings();
            var outside = new Outside(carrier.baseUrl());
            String hannah = numberOfHannah(phoneSystem);

            fallback.takesMessagesOf(carrier, phoneSystem.company());
            String call =
                    outside.call(CALLER, hannah, "<Pause length='10'/><Say loop='4'>The first message of two.</Say>");
            await().until(stalling::isHalfway);
            phoneSystem.kill();
            stalling.goOn();
            await().until(() -> outside.isOver(call));
            String third = outside.call(
                    NEXT_CALLER,
                    Outside.MAIN_NUMBER,
                    "<Pause length='6'/><Say loop='20'>You are down, and this is my message.</Say><Hangup/>");
            await().until(() -> outside.isOver(third));
            phoneSystem.restart();
            await().until(() -> stored(phoneSystem.company()).size() == 2);

            String second = outside.call(
                    CALLER, hannah, "<Pause length='10'/><Say loop='20'>The second message, cut off by a crash.</Say>");
            await().until(() -> isLeavingMessage(phoneSystem.company()));
            phoneSystem.kill();
            await().until(() -> outside.isOver(second));
            phoneSystem.restart();

            await().until(() -> stored(phoneSystem.company()).size() == 3);
            await().until(() -> nobodyCalls(phoneSystem.company()));
            assertThat(stored(phoneSystem.company()))
                    .extracting(
                            item -> item.path("ext").asString(null),
                            item -> item.get("from").asString())
                    .containsExactlyInAnyOrder(tuple("105", CALLER), tuple("105", CALLER), tuple(null, NEXT_CALLER));
        }
    }

    private static String tooLong(Company company) {
        return company.post("/api/contacts", Map.of("name", "Hannah", "notes", "x".repeat(5_001)))
                .body()
                .toString();
    }

    private static String numberOfHannah(PhoneSystemProcess phoneSystem) {
        return await().until(
                        () -> phoneSystem
                                .company()
                                .extension("105")
                                .path("number")
                                .asString(""),
                        number -> !number.isEmpty());
    }

    private static boolean nobodyCalls(Company company) {
        return company.get("/api/calls/live").body().get("items").isEmpty();
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
}
