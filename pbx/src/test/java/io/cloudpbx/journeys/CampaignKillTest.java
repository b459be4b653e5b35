package io.cloudpbx.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.cloudpbx.sandbox.Sandbox;
import io.cloudpbx.sandbox.SandboxSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/**
 * {@code kill -9} at random instants of a campaign. The handsets judge, not our tables: nobody gets it twice, nobody is lost, and
 * whatever nobody can know is listed (R8 to R10).
 */
class CampaignKillTest {
    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final int RECIPIENTS = 300;
    private static final int KILLS = 2;
    /** Area codes in which it is afternoon together. */
    private static final List<Integer> CALIFORNIA =
            List.of(209, 213, 310, 323, 408, 424, 442, 510, 530, 559, 562, 619, 626, 650, 657, 661, 707, 714, 760, 805);

    private static final Map<String, String> FAST = Map.of("CLOUDPBX_CAMPAIGNS_TOLLFREEPERSECOND", "30");

    /** The database's files belong to another user when the tests run as root, and it may take a moment to end. */
    @TempDir(cleanup = CleanupMode.NEVER)
    Path data;

    @Test
    void a_campaign_that_is_killed_again_and_again_reaches_everybody_once_and_lists_every_doubt() throws Exception {
        long seed = System.nanoTime();
        LoggerFactory.getLogger(getClass()).info("Killing by seed {}", seed);
        Duration ahead = Afternoon.ahead();
        // A carrier hands on what a number sends at its own pace, which is slower than ours here.
        try (var carrier = Sandbox.start(SandboxSettings.inMemory(30))) {
            var outside = new Outside(carrier.baseUrl());
            outside.later(ahead);
            try (var phoneSystem = PhoneSystemProcess.inTheAfternoon(data, carrier.baseUrl(), ahead, FAST)) {
                killing(phoneSystem, outside, new Random(seed));
            }
        }
    }

    private static void killing(PhoneSystemProcess phoneSystem, Outside outside, Random random) throws Exception {
        Company company = phoneSystem.company();
        String at = "/api/campaigns/" + begun(company);
        for (int kill = 0; kill < KILLS; kill++) {
            await().atMost(PATIENCE)
                    .until(() -> counts(company, at).get("leaving").asInt() > 0);
            TimeUnit.MILLISECONDS.sleep(random.nextInt(1_500));
            phoneSystem.kill();
            phoneSystem.restart();
        }

        await().atMost(PATIENCE)
                .pollInterval(Duration.ofSeconds(1))
                .untilAsserted(() -> assertThat(open(counts(company, at)))
                        .as(company.get(at).body().toString())
                        .isZero());
        Map<String, String> states = states(company, at);
        assertThat(states).hasSize(RECIPIENTS);
        // What the carrier has taken last is still on its way.
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofSeconds(2))
                .untilAsserted(() -> states.forEach((person, state) -> reached(outside, person, state)));
        assertThat(states.values().stream().filter("delivered"::equals).count()).isGreaterThan(RECIPIENTS / 2);
    }

    private static void reached(Outside outside, String person, String state) {
        int got = outside.received(person).size();
        assertThat(got).as(person + " is " + state).isLessThanOrEqualTo(1);
        if (got == 0) {
            assertThat(state).as(person + " got nothing").isIn("checking", "notConfirmed");
        }
    }

    private static String begun(Company company) {
        List<String> people = IntStream.range(0, RECIPIENTS)
                .mapToObj(i -> "+1%d55501%02d".formatted(CALIFORNIA.get(i / 100), i % 100))
                .toList();
        var made = await().atMost(PATIENCE)
                .until(
                        () -> company.post(
                                "/api/campaigns",
                                Map.of(
                                        "name",
                                        "Killed",
                                        "message",
                                        "Once, whatever happens.",
                                        "recipients",
                                        people,
                                        "fromNumber",
                                        Outside.MAIN_NUMBER,
                                        "consent",
                                        Map.of("method", "paper", "words", "I agree."))),
                        reply -> reply.status() == 201);
        assertThat(made.body().at("/intake/taken").asInt()).isEqualTo(RECIPIENTS);
        return made.body().at("/campaign/id").asString();
    }

    private static JsonNode counts(Company company, String at) {
        return company.get(at).body().get("counts");
    }

    /** What may still leave; receipts that nobody took and doubts are looked for by the minute, for which this does not wait. */
    private static int open(JsonNode counts) {
        return counts.get("waiting").asInt() + counts.get("leaving").asInt();
    }

    private static Map<String, String> states(Company company, String at) {
        Map<String, String> states = new HashMap<>();
        String after = "0";
        while (after != null) {
            JsonNode page =
                    company.get(at + "/deliveries?limit=500&after=" + after).body();
            page.get("items")
                    .forEach(each -> states.put(
                            each.get("to").asString(), each.get("state").asString()));
            after = page.get("next").isNull() ? null : page.get("next").asString();
        }
        return states;
    }
}
