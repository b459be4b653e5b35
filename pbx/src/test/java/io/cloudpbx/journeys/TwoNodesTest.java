package io.cloudpbx.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.cloudpbx.database.TestDatabase;
import io.cloudpbx.sandbox.junit.SandboxExtension;
import io.cloudpbx.sandbox.phone.Browser;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Two nodes on one database. The carrier and the API's client know the first alone, the page is the second's. */
class TwoNodesTest {
    @RegisterExtension
    static final SandboxExtension CARRIER = SandboxExtension.atSpeed(20);

    private static final String STAYED = "() => window.stayed === true";

    private static TwoPrograms first;
    private static TwoPrograms second;

    @BeforeAll
    static void open() {
        String database = "--cloudpbx.database.url=" + TestDatabase.fresh().url();
        first = TwoPrograms.at(CARRIER.sandbox(), database);
        String address = first.company().base();
        second = TwoPrograms.at(
                CARRIER.sandbox(), database, "--public.url=" + address, "--cloudpbx.public-url=" + address);
    }

    @AfterAll
    static void close() {
        second.close();
        first.close();
    }

    @Test
    void what_happens_at_one_is_seen_on_an_open_page_of_the_other(TestReporter report) throws Exception {
        Company there = first.company();
        try (var browser = new Browser()) {
            Page page = browser.tab(
                    second.signInLink().replace(there.base(), second.company().base()));
            page.locator("h1").getByText("Overview").waitFor();
            page.evaluate("() => (window.stayed = true)");

            go(page, "Contacts");
            Instant began = Instant.now();
            there.post("/api/contacts", Map.of("name", "Ottoline Marsh", "numbers", List.of("+15305550171")));
            seen(page.getByText("Ottoline Marsh").first(), "a contact", began, report);

            go(page, "Extensions");
            began = Instant.now();
            there.put("/api/extensions/" + there.extension("104").get("id").asString() + "/do-not-disturb", Map.of());
            seen(
                    page.getByRole(AriaRole.ROW)
                            .filter(new Locator.FilterOptions().setHasText("104"))
                            .filter(new Locator.FilterOptions().setHasText("Do not disturb")),
                    "a wish not to be disturbed",
                    began,
                    report);

            go(page, "Calls");
            began = Instant.now();
            var caller = CARRIER.person("+15305550172");
            caller.calls(Outside.MAIN_NUMBER).hears("Thank you for calling");
            seen(page.locator("main").getByText("(530) 555-0172").first(), "a call", began, report);
            caller.hangsUp();

            assertThat(page.evaluate(STAYED))
                    .as("the page was never loaded again")
                    .isEqualTo(true);
            assertThat(page.url()).startsWith(second.company().base());
            assertThat(browser.complaints()).isEmpty();
        }
    }

    private static void go(Page page, String room) {
        page.getByRole(AriaRole.NAVIGATION)
                .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(room))
                .first()
                .click();
        assertThat(page.locator("main h1")).hasText(room);
        page.waitForFunction("() => !document.querySelector('.skeleton')");
    }

    private static void seen(Locator shown, String what, Instant began, TestReporter report) {
        assertThat(shown).isVisible();
        report.publishEntry(
                what,
                "seen after %d ms"
                        .formatted(Duration.between(began, Instant.now()).toMillis()));
    }
}
