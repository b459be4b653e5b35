package io.cloudpbx.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.cloudpbx.sandbox.Sandbox;
import io.cloudpbx.sandbox.SandboxSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code kill -9} at each step of sending. The handsets judge: nobody gets a text twice, and what nobody can know is said to be
 * unknown (R8, R9).
 */
class TextKillTest {
    private static final Duration PATIENCE = Duration.ofSeconds(120);

    /** The database's files belong to another user when the tests run as root, and it may take a moment to end. */
    @TempDir(cleanup = CleanupMode.NEVER)
    Path data;

    @Test
    void a_text_that_was_on_its_way_during_the_crash_is_found_or_said_to_be_unknown_and_never_sent_twice()
            throws Exception {
        // Real time: texts are looked for by when they were made.
        try (var carrier = Sandbox.start(SandboxSettings.inMemory(1));
                var trouble = new TroubledCarrier(carrier.baseUrl());
                var phoneSystem = new PhoneSystemProcess(data, trouble.url(), FreePort.pick())) {
            var outside = new Outside(carrier.baseUrl());
            var company = phoneSystem.company();

            String before = send(company, "+15595550301", "Written, not begun");
            phoneSystem.kill();
            phoneSystem.restart();

            trouble.swallowNextText("+15595550302");
            String swallowed = send(company, "+15595550302", "Never reached the carrier");
            await().atMost(PATIENCE).until(trouble::hasMadeTrouble);
            phoneSystem.kill();
            phoneSystem.restart();

            trouble.loseNextTextAnswer("+15595550303");
            String unanswered = send(company, "+15595550303", "Reached the carrier");
            await().atMost(PATIENCE).until(trouble::hasMadeTrouble);
            phoneSystem.kill();
            phoneSystem.restart();

            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(status(company, unanswered)).isIn("queued", "sent", "delivered"));
            await().atMost(PATIENCE)
                    .untilAsserted(
                            () -> assertThat(status(company, before)).isIn("queued", "sent", "delivered", "unknown"));
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(status(company, swallowed)).isEqualTo("unknown"));
            assertThat(company.get("/api/messages/" + swallowed)
                            .body()
                            .get("statusText")
                            .asString())
                    .contains("not confirmed");
            // What was to be told of these texts died with the program.
            assertThat(company.news("reset", 4)).isEqualTo(4);
            assertThat(outside.received("+15595550301")).hasSizeLessThanOrEqualTo(1);
            assertThat(outside.received("+15595550302")).isEmpty();
            assertThat(outside.received("+15595550303")).containsExactly("Reached the carrier");
        }
    }

    private static String send(Company company, String to, String message) {
        var sent = await().atMost(PATIENCE)
                .until(
                        () -> company.post("/api/sms/send", Map.of("to", to, "message", message)),
                        reply -> reply.status() == 201);
        return sent.body().get("id").asString();
    }

    private static String status(Company company, String id) {
        return company.get("/api/messages/" + id).body().get("status").asString();
    }
}
