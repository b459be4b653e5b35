package io.cloudpbx.journeys;

import static io.cloudpbx.sandbox.phone.Browser.button;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.cloudpbx.sandbox.phone.Browser;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The owner of a small business, from the first run of the program to the end of the first campaign. */
class OwnerJourneyTest {
    private static final String FIRST = "+15595550188";
    private static final String SECOND = "+15595550189";

    private NewInstallation installation;
    private Browser browser;
    private Page page;

    @BeforeEach
    void start() {
        installation = new NewInstallation(Afternoon.class);
        browser = new Browser();
        page = browser.tab(installation.setUpLink());
    }

    @AfterEach
    void stop() {
        browser.close();
        installation.close();
    }

    @Test
    void from_the_first_run_to_the_end_of_a_campaign() {
        setUp();
        steps();
        page.navigate(installation.base() + "/campaigns/new");
        field("Name", "Opening week");
        field("Numbers", FIRST + ", " + SECOND);
        page.getByLabel("Consent").selectOption("web form");
        field("To what", "News of the bakery, on the sign-up form");
        page.getByLabel("When").fill("2024-03-14");
        next();
        field("Message", "Warm bread from six on, all week.");
        page.getByRole(AriaRole.CHECKBOX).first().check();
        next();
        page.getByText("Will get it").waitFor();
        next();
        page.getByText("Look once more").waitFor();
        button(page, "Start Now").click();

        page.getByText("Done", new Page.GetByTextOptions().setExact(true))
                .last()
                .waitFor();
        page.getByText("2 of 2").first().waitFor();
        Pictures.of(page, "owner-campaign");
        for (String person : new String[] {FIRST, SECOND}) {
            assertThat(installation.outside().received(person))
                    .containsExactly("Tidepool Bakery: Warm bread from six on, all week. Reply STOP to opt out.");
        }
        assertThat(browser.complaints()).isEmpty();
    }

    private void setUp() {
        page.getByLabel("Your name").fill("Noor Haddad");
        page.getByLabel("Email").fill("noor@tidepool.example");
        page.getByLabel("Password").fill("a long sentence of mine");
        page.getByLabel("Business").fill("Tidepool Bakery");
        page.getByLabel("Time zone").selectOption("America/Los_Angeles");
        button(page, "Set Up").click();
    }

    private void steps() {
        heading("Your Business");
        button(page, "Continue").click();
        heading("People");
        button(page, "Skip").click();
        heading("How Calls Are Answered");
        button(page, "Skip").click();
        heading("The Carrier");
        button(page, "Continue").click();
        heading("Almost Ready");
        button(page, "Done").click();
        heading("Overview");
        Pictures.of(page, "owner-overview");
    }

    private void heading(String name) {
        page.getByRole(
                        AriaRole.HEADING,
                        new Page.GetByRoleOptions().setName(name).setExact(true))
                .waitFor();
    }

    private void field(String name, String words) {
        page.getByRole(
                        AriaRole.TEXTBOX,
                        new Page.GetByRoleOptions().setName(name).setExact(true))
                .fill(words);
    }

    private void next() {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName("Next").setExact(true))
                .click();
    }
}
