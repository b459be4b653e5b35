package io.cloudpbx.journeys;

import static io.cloudpbx.sandbox.phone.Browser.button;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.cloudpbx.calls.NumberHours;
import io.cloudpbx.jobs.Job;
import io.cloudpbx.sandbox.phone.Axe;
import io.cloudpbx.sandbox.phone.Browser;
import io.cloudpbx.telephony.PhoneNumber;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** Callers whom nobody answered are texted by the number that they called. */
class TextBackJourneysTest {
    private static final String KIND = "missedcalls.text-back";
    private static final String DANAS_MOBILE = "+14155550190";
    private static final AtomicInteger CALLERS = new AtomicInteger(150);

    private final TwoPrograms programs = TwoPrograms.sharedAfternoon();
    private final Company company = programs.company();
    private final Outside outside = programs.outside();
    private final String caller = "+1707555%04d".formatted(CALLERS.getAndIncrement());

    @BeforeEach
    void nobody_answers() {
        outside.behaves(DANAS_MOBILE, "ring-out");
    }

    @AfterEach
    void numbers_text_nobody() {
        choose("off", "");
    }

    private void choose(String when, String text) {
        var chosen = company.put(
                "/api/text-backs/" + company.extension("101").get("numberId").asString(),
                Map.of("when", when, "text", text));
        assertThat(chosen.status()).as(chosen.body().toString()).isEqualTo(200);
    }

    /** Hangs up while it rings. */
    private void misses(int before) {
        outside.call(caller, company.extension("101").get("number").asString(), "<Pause length='6'/>");
        await().until(() -> missed().path("misses").asInt(0) == before + 1);
    }

    private JsonNode missed() {
        return company.get("/api/missed-calls?limit=200")
                .body()
                .get("items")
                .valueStream()
                .filter(item -> item.path("from").asString("").equals(caller))
                .findFirst()
                .orElse(MissingNode.getInstance());
    }

    /** What stands in the caller's thread. */
    private List<JsonNode> thread() {
        return company.get("/api/conversations?limit=200&box=all")
                .body()
                .get("items")
                .valueStream()
                .filter(item -> item.path("from").asString("").equals(caller))
                .flatMap(item -> company.get(
                                "/api/conversations/" + item.get("id").asString() + "/entries")
                        .body()
                        .get("items")
                        .valueStream())
                .toList();
    }

    private List<JsonNode> textsInThread() {
        return thread().stream()
                .filter(entry -> entry.get("kind").asString().equals("text_out"))
                .toList();
    }

    @Test
    void who_is_missed_is_texted_once_a_day_and_still_waits_to_be_called_back() {
        choose("always", "Hi {{firstName|there}}, sorry we missed you. {{business}}, {{number}}");
        misses(0);
        await().until(() -> !outside.received(caller).isEmpty());
        misses(1);
        await().until(this::jobsAreDone);
        runsAgain();

        String number = company.extension("101").get("numberDisplay").asString();
        String words = "Hi there, sorry we missed you. Harbor Dental, " + number;
        assertThat(thread()).anyMatch(entry -> entry.get("body").asString().equals("Text back after a missed call"));
        assertThat(outside.received(caller)).containsExactly(words);
        assertThat(textsInThread()).hasSize(1);
        assertThat(missed().get("state").asString()).isEqualTo("open");
    }

    /** As after a kill between the text and the end of the job that wrote it. */
    private void runsAgain() {
        Job textBack = programs.beans(Job.class).stream()
                .filter(job -> job.kind().equals(KIND))
                .findFirst()
                .orElseThrow();
        company.get("/api/missed-calls/" + missed().get("id").asString())
                .body()
                .get("calls")
                .forEach(call -> textBack.run(call.get("id").asString(), 1));
    }

    private boolean jobsAreDone() {
        return programs.bean(JdbcClient.class)
                        .sql("select count(*) from scheduled_tasks where task_name = :kind")
                        .param("kind", KIND)
                        .query(Integer.class)
                        .single()
                == 0;
    }

    @Test
    void who_wants_no_texts_gets_none_and_the_thread_says_why() {
        outside.texts(caller, Outside.MAIN_NUMBER, "STOP");
        await().until(() ->
                thread().stream().anyMatch(entry -> entry.get("kind").asString().equals("text_in")));
        choose("always", "Sorry we missed you.");
        misses(0);

        var refused = await().until(
                        () -> textsInThread().stream()
                                .filter(entry -> entry.toString().contains("Sorry we missed you."))
                                .toList(),
                        found -> !found.isEmpty());
        assertThat(refused.getFirst().toString()).contains("opted_out");
        assertThat(outside.received(caller)).doesNotContain("Sorry we missed you.");
    }

    @Test
    void a_number_texts_back_only_in_the_hours_that_were_chosen() {
        var number = new PhoneNumber(company.extension("101").get("number").asString());
        boolean open = programs.bean(NumberHours.class)
                .isOpen(number, programs.bean(Clock.class).instant());
        choose(open ? "closed" : "open", "Not now.");
        misses(0);
        await().until(this::jobsAreDone);
        assertThat(textsInThread()).isEmpty();

        choose(open ? "open" : "closed", "Now.");
        misses(1);
        await().until(() -> outside.received(caller).equals(List.of("Now.")));
    }

    @ParameterizedTest
    @CsvSource({"LIGHT, 1440", "DARK, 390"})
    void an_admin_chooses_words_for_a_number_and_sees_what_somebody_new_reads(ColorScheme scheme, int width)
            throws Exception {
        String display = company.extension("101").get("numberDisplay").asString();
        try (var browser = new Browser()) {
            Page page = programs.signedIn(browser);
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
            page.setViewportSize(width, 900);
            page.navigate(company.base() + "/numbers");
            button(page, "Change… what " + display + " texts").click();
            page.getByLabel("Text back", new Page.GetByLabelOptions().setExact(true))
                    .selectOption("closed");
            page.getByText("Hi there, sorry we missed your call. How can we help? Harbor Dental")
                    .waitFor();
            page.getByLabel("What they are texted").fill("Hi {{firstName}}");
            button(page, "Save").click();
            page.getByText("Say something to callers who are not known: {{firstName|there}}.")
                    .waitFor();
            assertThat(Axe.violations(page)).isEmpty();
            page.screenshot(
                    new Page.ScreenshotOptions().setPath(Path.of("target", "pictures", "text-back-" + width + ".png")));
            page.getByLabel("What they are texted").fill("Hi {{firstName|friend}}, we open at 8.");
            button(page, "Save").click();

            page.getByText("Texts after a missed call while closed").waitFor();
            // Without the notice, which fades in and out meanwhile.
            page.reload();
            page.getByText("Texts after a missed call while closed").waitFor();
            assertThat(Axe.violations(page)).isEmpty();
            page.screenshot(
                    new Page.ScreenshotOptions().setPath(Path.of("target", "pictures", "numbers-" + width + ".png")));
            assertThat(browser.complaints()).isEmpty();
        }
    }
}
