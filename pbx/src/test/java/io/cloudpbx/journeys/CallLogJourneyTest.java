package io.cloudpbx.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.cloudpbx.sandbox.phone.Browser.button;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.cloudpbx.sandbox.phone.Browser;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Somebody looks for calls, keeps the link, and takes them along. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CallLogJourneyTest {
    private static final String KNOWN = "+17075550161";
    private static final String UNKNOWN = "+17075550162";

    private final TwoPrograms programs = TwoPrograms.shared();
    private final Company company = programs.company();
    private Browser browser;
    private Page page;

    @BeforeAll
    void two_people_have_called() throws Exception {
        company.post("/api/contacts", Map.of("name", "Idris Quennell", "numbers", List.of(KNOWN)));
        for (String caller : List.of(KNOWN, UNKNOWN)) {
            programs.outside().call(caller, Outside.MAIN_NUMBER, "<Pause length=\"2\"/>");
            await().until(() -> company.get("/api/calls?q=" + caller.substring(1) + "&outcome=abandoned")
                            .body()
                            .get("items")
                            .size()
                    == 1);
        }
        browser = new Browser();
        page = programs.signedIn(browser);
    }

    @AfterAll
    void close() {
        browser.close();
    }

    private Locator rows() {
        return page.locator("pbx-rows .list-item");
    }

    @Test
    void a_call_is_found_by_words_and_filters_that_stand_in_the_address_and_is_taken_along() throws IOException {
        page.navigate(company.base() + "/calls");
        page.getByLabel("Search calls").fill("quennell");
        assertThat(rows()).hasCount(1);
        assertThat(rows()).containsText("Idris Quennell");
        assertThat(page).hasURL(Pattern.compile(".*/calls\\?q=quennell$"));

        page.getByLabel("Search calls").fill("(707) 555-016");
        assertThat(rows()).hasCount(2);
        filter();

        String kept = page.url();
        page.navigate(company.base() + "/calls");
        assertThat(rows().first()).isVisible();
        page.navigate(kept);
        assertThat(rows()).hasCount(2);
        assertThat(page.getByLabel("Filters", new Page.GetByLabelOptions().setExact(true)))
                .containsText("Incoming");
        Pictures.of(page, "call-log");
        takeAlong();
        findNone();
        assertThat(browser.complaints()).isEmpty();
    }

    private void filter() {
        button(page, "Filter").click();
        var sheet = page.getByRole(AriaRole.DIALOG);
        sheet.getByLabel("Direction").selectOption("inbound");
        sheet.getByLabel("Ended").selectOption("abandoned");
        sheet.getByLabel("Last day").fill("2020-01-01");
        sheet.getByLabel("First day").fill("2020-01-02");
        assertThat(sheet).containsText("This is before the first day.");
        Pictures.of(page, "call-log-filters");
        sheet.getByLabel("First day").fill("");
        sheet.getByLabel("Last day").fill("");
        button(page, "Done").click();
        assertThat(rows()).hasCount(2);
        assertThat(page).hasURL(Pattern.compile(".*direction=inbound&outcome=abandoned$"));
    }

    private void takeAlong() throws IOException {
        Download file = page.waitForDownload(() -> page.getByLabel("Export CSV").click());
        assertThat(Files.readString(file.path()).lines().skip(1))
                .hasSize(2)
                .anyMatch(line -> line.contains("'" + KNOWN) && line.contains("Idris Quennell"))
                .anyMatch(line -> line.contains("'" + UNKNOWN))
                .allMatch(line -> line.contains(",abandoned,"));
    }

    private void findNone() {
        page.getByLabel("Filters", new Page.GetByLabelOptions().setExact(true))
                .getByText("Incoming")
                .click();
        assertThat(page).hasURL(Pattern.compile(".*\\?q=[^&]*&outcome=abandoned$"));
        page.getByLabel("Search calls").fill("nobody at all");
        assertThat(page.getByText("No calls match")).isVisible();
        Pictures.of(page, "call-log-none");
        page.getByText("Show All Calls").click();
        assertThat(page).hasURL(Pattern.compile(".*/calls$"));
        assertThat(rows().first()).isVisible();
        assertThat(page.getByLabel("Search calls")).hasValue("");
    }
}
