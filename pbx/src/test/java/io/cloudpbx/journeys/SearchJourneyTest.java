package io.cloudpbx.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import io.cloudpbx.sandbox.phone.Browser;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Whatever there is, found from anywhere by its name, its number, or what was said. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SearchJourneyTest {
    private static final String CALLER = "+19165554871";

    private final TwoPrograms programs = TwoPrograms.shared();
    private final Company company = programs.company();
    private Browser browser;
    private Page page;

    @BeforeAll
    void somebody_known_leaves_a_message() throws Exception {
        company.post("/api/contacts", Map.of("name", "Zebedee Quill", "numbers", List.of(CALLER)));
        programs.outside().behaves("+14155550190", "ring-out");
        programs.outside()
                .call(
                        CALLER,
                        company.extension("101").get("number").asString(),
                        "<Pause length='32'/><Say loop='12'>The marmalade delivery is late.</Say>");
        await().until(() ->
                company.get("/api/voicemails?q=marm").body().get("items").size() == 1);
        browser = new Browser();
        page = programs.signedIn(browser);
    }

    @AfterAll
    void close() {
        browser.close();
    }

    @Test
    void messages_are_found_by_what_was_said_by_whom_and_from_which_number() {
        assertThat(found("delivery marmalade")).isEqualTo(1);
        assertThat(found("zebedee")).isEqualTo(1);
        assertThat(found("555-4871")).isEqualTo(1);
        assertThat(found("marmalade jam")).isZero();
        assertThat(found("'); drop table voicemail; --")).isZero();
    }

    private int found(String words) {
        return company.get("/api/voicemails?q=" + URLEncoder.encode(words, StandardCharsets.UTF_8))
                .body()
                .get("items")
                .size();
    }

    @Test
    void one_field_finds_people_what_they_said_their_calls_and_every_setting() {
        search("zebedee");
        option("Zebedee Quill").waitFor();
        option("Call from Zebedee Quill").waitFor();
        Pictures.of(page, "search");
        search("marmalade");
        option("Voicemail from").click();

        page.getByText("marmalade delivery").first().waitFor();
        assertThat(page.url()).contains("/voicemail/");
        search("audit log");
        option("Audit Log").waitFor();
        page.keyboard().press("Enter");
        page.waitForURL(Pattern.compile(".*/settings/audit"));
        search("no such thing");
        page.getByText("Nothing by that name.").waitFor();
        assertThat(browser.complaints()).isEmpty();
        page.keyboard().press("Escape");
    }

    @Test
    void whom_nobody_knows_is_called_by_the_number_that_is_typed() {
        page.keyboard().press("Escape");
        page.keyboard().press("d");
        page.locator(".palette-input").fill("530.555.0194");
        option("Text (530) 555-0194").waitFor();
        Pictures.of(page, "search-number");
        page.keyboard().press("Enter");

        page.getByRole(AriaRole.DIALOG, new Page.GetByRoleOptions().setName("Call (530) 555-0194?"))
                .waitFor();
        page.getByText("When you press 1, (530) 555-0194 is called.").waitFor();
        page.keyboard().press("Escape");
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void what_could_not_be_searched_is_told_beside_what_was_found() {
        Pattern voicemails = Pattern.compile("/api/voicemails\\?.*q=");
        page.route(
                voicemails,
                route -> route.fulfill(new Route.FulfillOptions()
                        .setStatus(503)
                        .setContentType("application/problem+json")
                        .setBody("{\"status\":503,\"code\":\"unavailable\",\"detail\":\"Not now.\"}")));
        search("zebedee");
        option("Call from Zebedee Quill").waitFor();
        page.getByText("Not everything could be searched just now.").waitFor();
        Pictures.of(page, "search-part");
        search("no such thing");
        page.getByText("Not everything could be searched just now.").waitFor();

        page.unroute(voicemails);
        search("no such thing either");
        page.getByText("Nothing by that name.").waitFor();
        page.keyboard().press("Escape");
        assertThat(browser.complaints()).isNotEmpty().allMatch(complaint -> complaint.contains("status of 503"));
        browser.complaints().clear();
    }

    private void search(String words) {
        page.keyboard().press("Control+k");
        page.locator(".palette-input").fill(words);
    }

    private Locator option(String name) {
        return page.getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName(name))
                .first();
    }
}
