package io.cloudpbx.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.cloudpbx.sandbox.phone.Browser.button;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import io.cloudpbx.sandbox.phone.Browser;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

/** Somebody at the voicemail page, and at the call that a message was left in, does what is to be done about it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MessageJourneyTest {
    private static final String CALLER = "+12165550181";
    private static final String PEST = "+12165550182";

    private final TwoPrograms programs = TwoPrograms.shared();
    private final Company company = programs.company();
    private Browser browser;
    private Page page;
    private JsonNode message;
    private String address;

    @BeforeAll
    void a_message_was_left() throws Exception {
        message = LeftMessage.by(CALLER, "105", "Could you send me the invoice again?");
        address = "/voicemail/" + message.get("id").asString();
        browser = new Browser();
        page = programs.signedIn(browser);
    }

    @AfterAll
    void close() {
        browser.close();
    }

    @Test
    void it_goes_to_a_colleague_and_comes_back() {
        open(address);
        choose("Move to…");
        button(page, "Move").click();
        assertThat(page.getByText("Choose whose mailbox it goes to.")).isVisible();
        Pictures.of(page, "voicemail-move");
        page.getByLabel("Mailbox of").selectOption("102");
        button(page, "Move").click();
        assertThat(page.locator(".list-detail")).containsText("ext 102");

        button(page, "Undo").click();
        assertThat(page.locator(".list-detail")).containsText("ext 105");
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void it_goes_by_a_key_and_comes_back_from_among_what_was_deleted() {
        open(address);
        page.keyboard().press("Delete");
        assertThat(page.getByText(Pattern.compile("It can be brought back until")))
                .isVisible();
        button(page, "Undo").click();
        assertThat(button(page, "Call Back")).isVisible();

        page.keyboard().press("Delete");
        button(page, "Restore").waitFor();
        assertThat(row()).hasCount(0);
        page.getByRole(
                        AriaRole.LINK,
                        new Page.GetByRoleOptions().setName("Deleted").setExact(true))
                .click();
        row().click();
        assertThat(page.getByText(Pattern.compile("It can be brought back until")))
                .isVisible();
        Pictures.of(page, "voicemail-deleted");
        button(page, "Restore").click();
        assertThat(button(page, "Call Back")).isVisible();
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("All").setExact(true))
                .click();
        assertThat(row()).hasCount(1);
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void its_words_and_its_sound_are_taken_along() throws IOException {
        page.context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
        open(address);
        Pictures.of(page, "voicemail-acts");
        button(page, "Copy transcript").click();
        assertThat(page.getByText("Transcript copied")).isVisible();
        assertThat(String.valueOf(page.evaluate("() => navigator.clipboard.readText()")))
                .containsIgnoringCase("send me the invoice");

        var file = page.waitForDownload(() -> choose("Download"));
        assertThat(file.suggestedFilename()).endsWith(".wav");
        assertThat(Files.readAllBytes(file.path()))
                .isEqualTo(company.bytes(message.get("audioUrl").asString()).body());
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void whoever_left_it_is_written_to_called_and_known() {
        open(address);
        page.keyboard().press("r");
        assertThat(page).hasURL(Pattern.compile(".*/inbox/new\\?to=%2B12165550181$"));

        open(address);
        button(page, "Call Back").click();
        assertThat(page.getByText("Your own phone rings first")).isVisible();
        button(page, "Cancel").click();
        choose("Open Contact");
        assertThat(page).hasURL(Pattern.compile(".*/contacts/[0-9a-f-]{36}$"));
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void whoever_is_quicker_than_the_list_of_who_is_blocked_still_finds_the_way_to_it() {
        List<Route> held = new ArrayList<>();
        page.route("**/api/callflow/blocked", held::add);
        try {
            open(address);
            page.getByLabel("More actions").click();
            page.waitForCondition(() -> !held.isEmpty());
        } finally {
            page.unroute("**/api/callflow/blocked");
            held.forEach(Route::resume);
        }

        assertThat(page.getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName("Block Number")))
                .isVisible();
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void the_call_leads_to_its_message() {
        open("/calls/" + message.get("callId").asString());
        page.getByText("Open Voicemail").click();
        assertThat(page).hasURL(Pattern.compile(".*" + address + "$"));
        assertThat(button(page, "Copy transcript")).isVisible();
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void who_calls_to_annoy_is_blocked_from_the_call_and_forgiven() {
        programs.outside().call(PEST, Outside.MAIN_NUMBER, "<Pause length=\"2\"/>");
        open("/calls/" + over("abandoned"));
        choose("Block Number");
        assertThat(page.locator(".list-head").getByText("Blocked")).isVisible();
        Pictures.of(page, "call-blocked");
        programs.outside().call(PEST, Outside.MAIN_NUMBER, "<Pause length=\"20\"/>");
        over("rejected");
        assertThat(company.get("/api/missed-calls?limit=200").body().toString())
                .as("nobody has to call them back")
                .doesNotContain(PEST);

        choose("Unblock Number");
        assertThat(page.locator(".list-head").getByText("Blocked")).hasCount(0);
        assertThat(company.get("/api/callflow/blocked").body().toString()).doesNotContain(PEST);
        assertThat(browser.complaints()).isEmpty();
    }

    private void open(String at) {
        page.navigate(company.base() + at);
        page.getByLabel("More actions").waitFor();
    }

    private void choose(String act) {
        page.getByLabel("More actions").click();
        page.getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName(act))
                .click();
    }

    private Locator row() {
        return page.locator("pbx-rows .list-item[href*='" + address + "']");
    }

    /** The pest's call that came to this end. */
    private String over(String outcome) {
        return await().until(
                        () -> company.get("/api/calls?q=" + PEST.substring(1) + "&outcome=" + outcome)
                                .body()
                                .get("items"),
                        items -> items.size() == 1)
                .get(0)
                .get("id")
                .asString();
    }
}
