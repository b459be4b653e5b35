package io.cloudpbx.sandbox.phone;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.cloudpbx.sandbox.Sandbox;
import io.cloudpbx.sandbox.SandboxSettings;
import io.cloudpbx.sandbox.client.Rest;
import io.cloudpbx.sandbox.state.Account;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** A person watches the carrier on its console. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ConsoleTest {
    private static final String BUSINESS = "+14155550100";
    private static final String PERSON = "+14155550148";

    private AnsweringMachine machine;
    private Sandbox sandbox;
    private Browser browser;

    @BeforeAll
    void open() {
        browser = new Browser();
    }

    @AfterAll
    void close() {
        browser.close();
    }

    @BeforeEach
    void start() throws Exception {
        machine = new AnsweringMachine();
        sandbox = Sandbox.start(SandboxSettings.inMemory(20));
        business().post("IncomingPhoneNumbers.json", "PhoneNumber", BUSINESS, "VoiceUrl", machine.voiceUrl());
    }

    @AfterEach
    void stop() {
        browser.closeTabs();
        sandbox.close();
        machine.close();
    }

    private Rest business() {
        return Rest.as(sandbox.baseUrl(), Account.BUSINESS_SID);
    }

    private Page console(String place) {
        return browser.tab(sandbox.baseUrl() + "/console/#" + place);
    }

    private void personCalls() {
        Rest.as(sandbox.baseUrl(), Account.OUTSIDE_SID)
                .post(
                        "Calls.json",
                        "From",
                        PERSON,
                        "To",
                        BUSINESS,
                        "Twiml",
                        "<Response><Pause length=\"8\"/></Response>");
    }

    @Test
    void a_call_appears_by_itself_and_its_story_tells_what_was_said_and_what_the_server_answered() {
        Page page = console("calls");
        shown(page, "No calls yet");
        personCalls();

        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("(415) 555-0148 to (415) 555-0100"))
                .first()
                .click();
        shown(page, "Press 1 to leave a message.");
        page.getByText("Request and answer").first().click();
        shown(page, "<Gather");
        shown(page, "X-Twilio-Signature");
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void numbers_texts_and_the_handset_that_got_one_are_shown() {
        business().post("Messages.json", "From", BUSINESS, "To", PERSON, "Body", "Your visit is at 9.");

        Page page = console("overview");
        shown(page, "$98.8");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("(415) 555-0148"))
                .click();
        shown(page, "Your visit is at 9.");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Messages"))
                .click();
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("(415) 555-0100 to (415) 555-0148"))
                .click();
        shown(page, "Queued");
        shown(page, "Delivered");
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void a_fault_is_added_from_the_presets_and_removed() {
        Page page = console("faults");
        Browser.button(page, "Add Receipts get lost").click();
        shown(page, "Receipts · probability 0.5");
        assertThat(business().get("/sandbox/faults").json().path("faults").size())
                .isEqualTo(1);

        Browser.button(page, "Remove all").click();
        shown(page, "The carrier behaves");
        assertThat(business().get("/sandbox/faults").json().path("faults").size())
                .isZero();
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void the_clock_is_taken_into_the_hand_and_moved() {
        Page page = console("time");
        Browser.button(page, "By hand").click();
        shown(page, "Moved by hand");
        String before = business().get("/sandbox/time").text("now");
        Browser.button(page, "+ 1 hour").click();
        shown(page, "The clock was moved by 3600 s.");

        assertThat(Duration.between(
                        Instant.parse(before),
                        Instant.parse(business().get("/sandbox/time").text("now"))))
                .isEqualTo(Duration.ofHours(1));
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void what_went_wrong_is_explained_in_plain_words() {
        business()
                .post(
                        "IncomingPhoneNumbers.json",
                        "PhoneNumber",
                        "+14155550101",
                        "VoiceUrl",
                        "http://127.0.0.1:9/voice");
        Rest.as(sandbox.baseUrl(), Account.OUTSIDE_SID)
                .post("Calls.json", "From", PERSON, "To", "+14155550101", "Twiml", "<Response><Pause/></Response>");

        shown(console("errors"), "Your server could not be reached.");
    }

    @Test
    void no_section_is_wider_than_a_phone() {
        personCalls();
        for (String section : List.of("overview", "calls", "messages", "webhooks", "errors", "faults", "time")) {
            Page page = console(section);
            page.setViewportSize(390, 844);
            page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(2))
                    .waitFor();

            assertThat(page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth"))
                    .as(section)
                    .isEqualTo(true);
        }
    }

    private static void shown(Page page, String text) {
        // The same words may also stand in a part that is not opened.
        page.getByText(text)
                .filter(new Locator.FilterOptions().setVisible(true))
                .first()
                .waitFor();
    }
}
