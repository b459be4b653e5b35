package io.cloudpbx.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import io.cloudpbx.sandbox.phone.Axe;
import io.cloudpbx.sandbox.phone.Browser;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

/** How somebody makes a campaign in the dashboard, and what becomes of what they get wrong or think better of. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CampaignWizardTest {
    private static final String CALLER = "+15595550184";

    /** One transparent point. */
    private static final byte[] A_PICTURE = Base64.getDecoder()
            .decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    private final TwoPrograms programs = TwoPrograms.shared();
    private final Company company = programs.company();
    private Browser browser;
    private Page signedIn;

    @BeforeAll
    void open() throws Exception {
        browser = new Browser();
        signedIn = programs.signedIn(browser);
    }

    @AfterAll
    void close() {
        browser.close();
    }

    @Test
    void a_campaign_is_made_in_four_steps() {
        Page page = signedIn.context().newPage();
        page.navigate(company.base() + "/campaigns/new");
        field(page, "Name").fill("December recall");
        field(page, "Numbers").fill(CALLER + ", 12");
        page.getByLabel("Consent").selectOption("web form");
        field(page, "To what").fill("Recall texts, on the sign-up form");
        step(page, "Next");
        page.getByText("Say when they agreed.").waitFor();
        page.getByLabel("When").fill("2024-03-14");
        field(page, "Proof").fill("Folder 7");
        Pictures.of(page, "campaign-consent");
        step(page, "Next");
        field(page, "Message").fill("Time for a cleaning, {{firstName|friend}}!");
        page.getByText("Time for a cleaning, friend!").waitFor();
        page.getByRole(AriaRole.CHECKBOX).first().check();
        assertThat(Axe.violations(page)).isEmpty();
        step(page, "Next");
        page.getByText("1 person of 2 lines taken, 1 left out.").waitFor();
        page.getByText("Will get it").waitFor();
        assertThat(Axe.violations(page)).isEmpty();
        step(page, "Next");
        page.getByText("Look once more").waitFor();
        assertThat(Axe.violations(page)).isEmpty();
        page.route("**/test", CampaignWizardTest::toNobodyOfUs);
        step(page, "Send Test");
        page.getByText("It must be a phone that one of your extensions forwards to.")
                .waitFor();
        Pictures.of(page, "campaign-test-refused");
        page.unroute("**/test");
        step(page, "Send Test");
        page.getByText("A test is on its way").waitFor();
        browser.complaints().removeIf(complaint -> complaint.contains("status of 422"));
        step(page, "Start Now");

        page.getByText("December recall is starting").waitFor();
        page.getByText("of 1 person").waitFor();
        assertThat(Axe.violations(page)).isEmpty();
        assertThat(browser.complaints()).isEmpty();
        page.close();
    }

    /** As if the phone had been forwarded to when the page came, and were not any more. */
    private static void toNobodyOfUs(Route route) {
        route.resume(new Route.ResumeOptions().setPostData("{\"to\":\"" + CALLER + "\"}"));
    }

    @Test
    void one_that_is_scheduled_says_that_changing_it_makes_it_a_draft_and_is_one_then() {
        String id = scheduled("New Year recall");
        Page page = signedIn.context().newPage();
        page.navigate(company.base() + "/campaigns/" + id);
        step(page, "Change");
        page.getByText("What you change makes it a draft again").waitFor();
        Pictures.of(page, "campaign-scheduled");
        step(page, "Next");
        field(page, "Message").fill("Other words.");

        page.locator(".campaigns-keep").click();

        page.getByText("changed it after it was scheduled").waitFor();
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Continue"))
                .waitFor();
        Pictures.of(page, "campaign-put-off");
        assertThat(company.get("/api/campaigns/" + id).body().get("state").asString())
                .isEqualTo("draft");
        assertThat(browser.complaints()).isEmpty();
        page.close();
    }

    @Test
    void who_is_skipped_can_be_downloaded_before_anything_leaves() {
        Page page = begun("With strangers");
        field(page, "Message").fill("Hello!");
        page.getByRole(AriaRole.CHECKBOX).first().check();
        step(page, "Back");
        field(page, "Numbers").fill("+15595550185");
        step(page, "Next");
        step(page, "Next");
        page.getByText("Why people are skipped").waitFor();
        Pictures.of(page, "campaign-skipped");

        var file = page.waitForDownload(
                () -> page.getByText("Download who gets it and who not (CSV)").click());

        assertThat(file.suggestedFilename()).isEqualTo("launch.csv");
        assertThat(browser.complaints()).isEmpty();
        page.close();
    }

    private String scheduled(String name) {
        var made = company.post(
                "/api/campaigns",
                Map.of(
                        "name",
                        name,
                        "message",
                        "Time for a cleaning!",
                        "recipients",
                        List.of(CALLER),
                        "fromNumber",
                        Outside.MAIN_NUMBER,
                        "startAt",
                        "2036-01-02T18:00:00Z"));
        assertThat(made.body().at("/campaign/state").asString()).isEqualTo("scheduled");
        return made.body().at("/campaign/id").asString();
    }

    @Test
    void what_a_carrier_would_not_take_is_said_beside_the_pictures_and_loses_nothing() {
        Page page = begun("Pictures of December");
        field(page, "Message").fill("Look at our new room!");
        page.locator("#media").setInputFiles(new FilePayload[] {
            new FilePayload("room.png", "image/png", A_PICTURE),
            new FilePayload("film.png", "image/png", new byte[6 * 1024 * 1024]),
            new FilePayload("page.html", "text/html", "<p>Hello".getBytes(StandardCharsets.UTF_8))
        });

        line(page, "film.png").getByText("Larger than 5 MB").waitFor();
        line(page, "page.html").getByRole(AriaRole.ALERT).waitFor();
        assertThat(Axe.violations(page)).isEmpty();
        page.getByRole(AriaRole.CHECKBOX).first().check();
        step(page, "Next");
        page.getByText("Remove what could not be added.").waitFor();
        assertThat(field(page, "Message").inputValue()).isEqualTo("Look at our new room!");
        assertThat(line(page, "room.png").getByRole(AriaRole.ALERT).count()).isZero();

        remove(page, "film.png");
        remove(page, "page.html");
        step(page, "Next");
        page.getByText("1 person of 1 line taken").waitFor();
        JsonNode made = made("Pictures of December");
        assertThat(made.get("message").asString()).isEqualTo("Look at our new room!");
        assertThat(made.get("media")).hasSize(1);
        // The browser itself says that a request was refused.
        assertThat(browser.complaints()).allMatch(complaint -> complaint.contains("status of 4"));
        browser.complaints().clear();
        page.close();
    }

    @Test
    void a_large_list_is_stopped_at_once_and_nobody_of_it_is_taken() {
        Page page = signedIn.context().newPage();
        slowly(page);
        page.navigate(company.base() + "/campaigns/new");
        field(page, "Name").fill("Far too many");
        choose(page, "CSV File");
        page.locator("input[accept^='.csv']").setInputFiles(list(200_000));
        step(page, "Next");
        field(page, "Message").fill("Hello!");
        page.getByRole(AriaRole.CHECKBOX).first().check();
        step(page, "Next");
        page.getByText(Pattern.compile("Sending… [1-9]")).waitFor();

        step(page, "Stop");

        page.getByText("Stopped: nobody of this list was taken in.").waitFor();
        assertThat(page.getByText("Sending…").count()).isZero();
        assertThat(field(page, "Message").inputValue()).isEqualTo("Hello!");
        await().during(Duration.ofSeconds(1))
                .untilAsserted(() -> assertThat(
                                made("Far too many").at("/counts/total").asInt())
                        .isZero());
        step(page, "Back");
        choose(page, "Paste");
        field(page, "Numbers").fill(CALLER);
        step(page, "Next");
        step(page, "Next");
        page.getByText("1 person of 1 line taken").waitFor();
        assertThat(browser.complaints()).isEmpty();
        page.close();
    }

    /** As by a telephone line: half a megabyte a second. */
    private static void slowly(Page page) {
        var line = new JsonObject();
        line.addProperty("offline", false);
        line.addProperty("latency", 0);
        line.addProperty("downloadThroughput", -1);
        line.addProperty("uploadThroughput", 500_000);
        page.context().newCDPSession(page).send("Network.emulateNetworkConditions", line);
    }

    private static FilePayload list(int people) {
        String lines = IntStream.range(0, people)
                .mapToObj("+1415%07d"::formatted)
                .collect(Collectors.joining("\n", "Phone\n", "\n"));
        return new FilePayload("list.csv", "text/csv", lines.getBytes(StandardCharsets.UTF_8));
    }

    /** One that has its audience, at the step of the message. */
    private Page begun(String name) {
        Page page = signedIn.context().newPage();
        page.navigate(company.base() + "/campaigns/new");
        field(page, "Name").fill(name);
        field(page, "Numbers").fill(CALLER);
        step(page, "Next");
        return page;
    }

    private JsonNode made(String name) {
        return company.get("/api/campaigns")
                .body()
                .get("items")
                .valueStream()
                .filter(campaign -> campaign.get("name").asString().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Locator line(Page page, String file) {
        return page.getByRole(AriaRole.LISTITEM).filter(new Locator.FilterOptions().setHasText(file));
    }

    private static void remove(Page page, String file) {
        step(page, "Remove " + file);
    }

    private static void choose(Page page, String way) {
        page.locator(".campaigns-way")
                .filter(new Locator.FilterOptions().setHasText(way))
                .click();
    }

    private static Locator field(Page page, String name) {
        return page.getByRole(
                AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static void step(Page page, String name) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(name).setExact(true))
                .click();
    }
}
