package io.cloudpbx.journeys;

import static io.cloudpbx.sandbox.phone.Browser.button;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.WaitForSelectorState;
import io.cloudpbx.database.TestDatabase;
import io.cloudpbx.jobs.Recurring;
import io.cloudpbx.sandbox.Sandbox;
import io.cloudpbx.sandbox.SandboxSettings;
import io.cloudpbx.sandbox.phone.Browser;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/**
 * A system is restored from a backup that was made in the middle of a campaign, and that has gone on since. The handsets judge: nobody
 * gets a text twice, and nobody is forgotten (R26).
 */
class RestoredTest {
    private static final String LATER = "+15595558831";
    private static final String STOPPER = "+15595558832";
    private static final String SENT_SINCE = "+15595558833";
    private static final String STILL_WAITING = "+15595558834";
    private static final String WRITTEN_SINCE = "Please bring your card.";
    private static final int BEFORE_BACKUP = 3;
    private static final List<String> PEOPLE =
            IntStream.range(0, 8).mapToObj("+1559555884%d"::formatted).toList();

    private final Sandbox carrier = Sandbox.start(SandboxSettings.inMemory(30));
    private final Outside outside = new Outside(carrier.baseUrl());
    private final List<TwoPrograms> started = new ArrayList<>();
    private final TestDatabase original = TestDatabase.fresh();

    private Company company = new Company("", "");
    private String autumn = "";
    private String winter = "";
    private String sentSince = "";
    private String stillWaiting = "";

    @AfterEach
    void stop() {
        started.forEach(TwoPrograms::stop);
        carrier.close();
    }

    private TwoPrograms start(TestDatabase database) {
        var programs = TwoPrograms.inTheAfternoonAt(carrier, "--cloudpbx.database.url=" + database.url());
        started.add(programs);
        company = programs.company();
        return programs;
    }

    @Test
    void nobody_gets_twice_what_left_after_the_backup_and_what_waits_leaves_when_somebody_resumes_it()
            throws Exception {
        TwoPrograms first = start(original);
        sendsHalf();
        first.stop();
        TestDatabase backup = original.copy();
        TwoPrograms second = start(original);
        goesOn();
        second.stop();

        TwoPrograms restored = start(backup);
        sendsNothing();
        compares(restored);
        seenAndResumed(restored);

        startsWhatWaits();
        await().untilAsserted(() -> assertThat(outside.received(STILL_WAITING)).containsExactly("Still in the queue."));
        await().untilAsserted(() -> assertThat(outside.received(LATER)).hasSize(1));
        assertThat(PEOPLE)
                .allSatisfy(person -> assertThat(outside.received(person)).hasSize(1));
        assertThat(outside.received(SENT_SINCE)).containsExactly("Your table is ready.", WRITTEN_SINCE);
        assertThat(status(sentSince)).isEqualTo("delivered");
    }

    /** A number's day ends at midnight on the Pacific coast. */
    private static Duration leftOfToday() {
        ZonedDateTime now = ZonedDateTime.now(ZoneId.of("America/Los_Angeles"));
        return Duration.between(now, now.toLocalDate().plusDays(1).atStartOfDay(now.getZone()));
    }

    /** Of those for whom the campaign is. */
    private long reached() {
        return PEOPLE.stream()
                .filter(person -> !outside.received(person).isEmpty())
                .count();
    }

    private void sendsHalf() {
        await().until(() -> leftOfToday().toMinutes() > 1);
        assertThat(company.get("/api/recovery").body().get("open").asBoolean()).isFalse();
        cap(Map.of("choice", "own", "segments", BEFORE_BACKUP));
        winter = draft("Winter", List.of(LATER, STOPPER));
        autumn = draft("Autumn", PEOPLE);
        company.post(autumn + "/start", Map.of());
        await().untilAsserted(() -> assertThat(reached()).isEqualTo(BEFORE_BACKUP));
        outside.breaks(Map.of(
                "where",
                Map.of("part", "rest", "method", "POST", "route", "*/Messages.json"),
                "what",
                Map.of("fault", "answer", "statuses", List.of(Map.of("status", 429)), "executed", false)));
        sentSince = send(SENT_SINCE, "Your table is ready.");
        stillWaiting = send(STILL_WAITING, "Still in the queue.");
    }

    private void goesOn() {
        assertThat(company.get("/api/recovery").body().get("open").asBoolean())
                .as("the same database again")
                .isFalse();
        await().until(() -> company.post("/api/messages/" + stillWaiting + "/cancel", Map.of())
                        .status()
                == 200);
        outside.works();
        cap(Map.of("choice", "none"));
        await().untilAsserted(() -> assertThat(reached()).isEqualTo(PEOPLE.size()));
        await().untilAsserted(() -> assertThat(outside.received(SENT_SINCE)).hasSize(1));
        send(SENT_SINCE, WRITTEN_SINCE);
        await().untilAsserted(() -> assertThat(outside.received(SENT_SINCE)).hasSize(2));
        outside.texts(STOPPER, Outside.MAIN_NUMBER, "STOP");
        await().until(() -> refused(STOPPER).code().equals("opted_out"));
    }

    /** While it takes in what comes. */
    private void sendsNothing() {
        JsonNode recovery = company.get("/api/recovery").body();
        assertThat(recovery.get("open").asBoolean()).isTrue();
        cap(Map.of("choice", "none"));
        assertThat(company.post("/api/recovery/resume", Map.of()).code()).isEqualTo("not_compared_yet");
        var refused = refused(LATER);
        assertThat(refused.code()).isEqualTo("outbound_frozen");
        assertThat(refused.body().toString()).contains("restore from a backup");
        await().untilAsserted(() -> {
            JsonNode waits = company.get("/api/messages/" + stillWaiting).body();
            assertThat(waits.get("status").asString()).isEqualTo("scheduled");
            assertThat(waits.get("statusText").asString())
                    .startsWith("Waits: Sending is stopped, as after a restore from a backup");
        });
        company.post(winter + "/start", Map.of());
        await().untilAsserted(() -> {
            assertThat(shown(winter).get("state").asString()).isEqualTo("paused");
            assertThat(shown(winter).get("why").asString()).contains("restore from a backup");
        });
        String heard = outside.texts(STILL_WAITING, Outside.MAIN_NUMBER, "Are you open?");
        assertThat(heard).isNotEmpty();
        await().untilAsserted(() ->
                assertThat(company.get("/api/conversations").body().toString()).contains("Are you open?"));
    }

    private void compares(TwoPrograms restored) {
        compare(restored);
        JsonNode found = company.get("/api/recovery").body().get("found");
        assertThat(found.get("deliveries").asInt())
                .as("those too of which the backup does not know the end")
                .isBetween(PEOPLE.size() - BEFORE_BACKUP, PEOPLE.size());
        assertThat(found.get("texts").asInt()).isEqualTo(1);
        assertThat(found.get("back").asInt()).as("what was written since").isPositive();
        String thread = company.get("/api/messages/" + sentSince)
                .body()
                .get("conversationId")
                .asString();
        assertThat(company.get("/api/conversations/" + thread + "/entries")
                        .body()
                        .toString())
                .contains(WRITTEN_SINCE);
        assertThat(found.get("arrived").asInt())
                .as("the STOP, and the question")
                .isEqualTo(2);
        assertThat(count(autumn, "waiting")).isZero();
        assertThat(company.post("/api/recovery/resume", Map.of()).code())
                .as("the carrier's lists may lag")
                .isEqualTo("not_compared_yet");
    }

    private static void compare(TwoPrograms restored) {
        restored.beans(Recurring.class).stream()
                .filter(each -> each.name().equals("messaging.compare-restored"))
                .findFirst()
                .orElseThrow()
                .run();
    }

    /** By an owner, in the browser, when the carrier's lists are complete. */
    private void seenAndResumed(TwoPrograms restored) throws Exception {
        try (var browser = new Browser(Path.of("no-microphone.wav"))) {
            Page page = browser.tab(restored.signInLink());
            page.getByText("Restored from a backup: nothing is sent.").waitFor();
            restored.bean(JdbcClient.class)
                    .sql("update recovery set began_at = began_at - interval '10 minutes'")
                    .update();
            compare(restored);
            page.getByText("texts that waited here were sent before, and are not sent again.")
                    .waitFor();
            Pictures.of(page, "restored-banner");
            button(page, "Review…").click();
            page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Resume sending?"))
                    .waitFor();
            Pictures.of(page, "restored-sheet");
            button(page, "Resume Sending").click();
            page.getByText("Texts leave again").waitFor();
            page.getByText("Restored from a backup: nothing is sent.").waitFor(gone());
            assertThat(browser.complaints()).isEmpty();
        }
        assertThat(company.get("/api/recovery").body().get("open").asBoolean()).isFalse();
        assertThat(company.post("/api/recovery/resume", Map.of()).code()).isEqualTo("no_recovery");
        assertThat(company.get("/api/audit").body().toString()).contains("sending_resumed");
    }

    private static Locator.WaitForOptions gone() {
        return new Locator.WaitForOptions().setState(WaitForSelectorState.HIDDEN);
    }

    private void startsWhatWaits() {
        assertThat(refused(STOPPER).code()).isEqualTo("opted_out");
        company.post(winter + "/resume", Map.of());
        // Unless nothing of it waited any more when its turn came.
        company.post(autumn + "/resume", Map.of());
        await().untilAsserted(
                        () -> assertThat(shown(winter).get("state").asString()).isEqualTo("done"));
        await().untilAsserted(
                        () -> assertThat(shown(autumn).get("state").asString()).isEqualTo("done"));
        assertThat(count(autumn, "delivered")).isEqualTo(PEOPLE.size());
    }

    private void cap(Map<String, ?> wanted) {
        String main = company.get("/api/numbers")
                .body()
                .get("items")
                .valueStream()
                .filter(item -> item.get("number").asString("").equals(Outside.MAIN_NUMBER))
                .findFirst()
                .orElseThrow()
                .get("id")
                .asString();
        assertThat(company.put("/api/numbers/" + main + "/daily-cap", wanted).status())
                .isEqualTo(200);
    }

    private String draft(String name, List<String> people) {
        var made = company.post(
                "/api/campaigns",
                Map.of(
                        "name",
                        name,
                        "message",
                        "Hi, this is " + name + ".",
                        "recipients",
                        people,
                        "fromNumber",
                        Outside.MAIN_NUMBER,
                        "consent",
                        Map.of("method", "web form", "words", "I agree to get marketing texts from Harbor Dental."),
                        "draft",
                        true));
        assertThat(made.status()).as(made.body().toString()).isEqualTo(201);
        return "/api/campaigns/" + made.body().at("/campaign/id").asString();
    }

    private JsonNode shown(String at) {
        return company.get(at).body();
    }

    private int count(String at, String state) {
        return shown(at).at("/counts/" + state).asInt();
    }

    private String send(String to, String message) {
        var sent = company.post("/api/sms/send", Map.of("to", to, "message", message));
        return sent.body().get("id").asString();
    }

    private String status(String id) {
        return company.get("/api/messages/" + id).body().get("status").asString();
    }

    private Company.Reply refused(String to) {
        return company.post("/api/sms/send", Map.of("to", to, "message", "Are you there?"));
    }
}
