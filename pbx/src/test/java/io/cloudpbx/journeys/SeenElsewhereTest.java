package io.cloudpbx.journeys;

import static io.cloudpbx.sandbox.phone.Browser.button;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.WaitForSelectorState;
import io.cloudpbx.sandbox.phone.Browser;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What somebody changes elsewhere, in another browser or by API, is seen here without anybody asking for it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SeenElsewhereTest {
    private static final String PERSON = "+15595554321";

    private final TwoPrograms programs = TwoPrograms.shared();
    private final Company company = programs.company();
    private Browser browser;
    private Page page;

    @BeforeAll
    void open() throws Exception {
        browser = new Browser();
        page = programs.signedIn(browser);
    }

    @AfterAll
    void close() {
        browser.close();
    }

    @Test
    void contacts_tokens_replies_and_audiences_change_where_they_are_on_screen() {
        String id = company.post("/api/contacts", Map.of("name", "Odile Brandt", "numbers", List.of(PERSON)))
                .body()
                .get("id")
                .asString();
        enter("/contacts/" + id);
        page.getByText("Odile Brandt").first().waitFor();
        var renamed = company.put(
                "/api/contacts/" + id, Map.of("name", "Odile Falk", "numbers", List.of(PERSON), "version", 1));
        assertThat(renamed.status()).as(renamed.body().toString()).isEqualTo(200);
        page.getByText("Odile Falk").first().waitFor();

        enter("/settings/tokens");
        page.getByText("API Tokens").last().waitFor();
        String token = company.post("/api/tokens", Map.of("name", "Door bell"))
                .body()
                .get("id")
                .asString();
        page.getByText("Door bell").first().waitFor();
        company.delete("/api/tokens/" + token);
        page.getByText("Door bell").first().waitFor(gone());

        enter("/settings/knowledge");
        button(page, "New Question").waitFor();
        String entry = company.post(
                        "/api/knowledge/faq",
                        Map.of("question", "Is there a swing?", "answer", "Two of them.", "language", "en"))
                .body()
                .get("id")
                .asString();
        page.getByText("Is there a swing?").first().waitFor();
        company.delete("/api/knowledge/faq/" + entry);
        page.getByText("Is there a swing?").first().waitFor(gone());
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void what_is_being_changed_here_is_not_pulled_away_and_whoever_saves_is_told() {
        JsonNode before = company.get("/api/settings/parking").body();
        int minutes = before.get("minutes").asInt();
        enter("/settings/calls");
        var field = page.getByLabel("Longest time parked, in minutes");
        field.fill("" + (minutes + 2));

        save(before, minutes + 1);

        button(page, "Save Parking").click();
        page.getByText("Somebody else changed this meanwhile.").waitFor();
        assertThat(field.inputValue()).isEqualTo("" + (minutes + 2));
        page.locator("form")
                .filter(new Locator.FilterOptions().setHasText("parked"))
                .getByText("Discard")
                .click();
        PlaywrightAssertions.assertThat(field).hasValue("" + (minutes + 1));
        save(company.get("/api/settings/parking").body(), minutes);
        PlaywrightAssertions.assertThat(field).hasValue("" + minutes);
        browser.complaints().removeIf(complaint -> complaint.contains("status of 409"));
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void a_page_does_not_ask_again_for_what_it_changed_itself() {
        enter("/settings/knowledge");
        button(page, "New Question").click();
        List<String> asked = new CopyOnWriteArrayList<>();
        page.onRequest(request -> asked.add(request.method() + " " + request.url()));
        field("Question").fill("Is there a slide?");
        field("Answer").fill("A red one.");
        page.locator("button[form=faq]").click();
        page.getByText("Is there a slide?").first().waitFor();
        // News of somebody else's comes after that of this page's own change.
        company.post("/api/saved-replies", Map.of("title", "Slide", "body", "A red one."));
        String entry = entries().getFirst();
        company.delete("/api/knowledge/faq/" + entry);
        page.getByText("Is there a slide?").first().waitFor(gone());

        assertThat(asked.stream().filter(each -> each.startsWith("GET") && each.endsWith("/api/knowledge/faq")))
                .as("once after saving it, once after the other's change")
                .hasSizeLessThanOrEqualTo(2);
    }

    @Test
    void a_draft_that_is_deleted_elsewhere_goes_without_being_asked_for_again() {
        var draft = Map.of(
                "name",
                "Thrown Away",
                "message",
                "We have moved.",
                "recipients",
                List.of(),
                "fromNumber",
                Outside.MAIN_NUMBER,
                "draft",
                true);
        String id =
                company.post("/api/campaigns", draft).body().at("/campaign/id").asString();
        page.navigate(company.base() + "/campaigns");
        page.getByText("Thrown Away").first().waitFor();

        company.delete("/api/campaigns/" + id);

        page.getByText("Thrown Away").first().waitFor(gone());
        assertThat(browser.complaints()).isEmpty();
    }

    private Locator field(String name) {
        return page.getByRole(
                AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private List<String> entries() {
        return company.get("/api/knowledge/faq")
                .body()
                .get("items")
                .valueStream()
                .filter(item -> item.get("question").asString().equals("Is there a slide?"))
                .map(item -> item.get("id").asString())
                .toList();
    }

    private void save(JsonNode present, int minutes) {
        var changed = ((ObjectNode) present).deepCopy().put("minutes", minutes);
        assertThat(company.send("PUT", "/api/settings/parking", changed.toString())
                        .status())
                .isEqualTo(200);
    }

    private void enter(String address) {
        page.navigate(company.base() + address);
        page.locator("h2").first().waitFor();
    }

    private static Locator.WaitForOptions gone() {
        return new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED);
    }
}
