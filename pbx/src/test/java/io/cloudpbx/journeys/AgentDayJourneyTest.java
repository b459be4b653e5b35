package io.cloudpbx.journeys;

import static io.cloudpbx.sandbox.phone.Browser.button;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.cloudpbx.sandbox.phone.Browser;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** An agent's day: a text, a caller who was missed and a message, all of it by keyboard alone. */
class AgentDayJourneyTest {
    private static final String DANAS_MOBILE = "+14155550190";
    private static final AtomicInteger PEOPLE = new AtomicInteger(100);
    /** On a keyboard nobody presses more to get somewhere. */
    private static final int MOST_PRESSES = 200;

    /** The key that leads from the item that is open to another: up when that stands above it. */
    private static final String KEY_TO = """
            (sought) => {
              const links = [...document.querySelectorAll('.list-rows a')];
              const top = (path) => links.find((link) => link.pathname === path)?.getBoundingClientRect().top;
              return top(sought) < top(location.pathname) ? 'k' : 'j';
            }""";

    /** At an end of the list a key leads nowhere, and news may have made it the end since the key was chosen. */
    private static final String MOVED =
            "([before, key, sought]) => location.href !== before || (" + KEY_TO + ")(sought) !== key";

    private final TwoPrograms programs = TwoPrograms.shared();
    private final Company company = programs.company();
    private final String customer = "+1442555%04d".formatted(PEOPLE.getAndIncrement());
    private Browser browser;
    private Page page;

    @BeforeEach
    void comeIn() {
        browser = new Browser();
        String email = "amara.okonjo." + System.nanoTime() + "@harbordental.example";
        page = browser.tab(company.post("/api/people/invitations", Map.of("email", email, "role", "agent"))
                .body()
                .get("link")
                .asString());
        page.getByLabel("Your name").waitFor();
        page.keyboard().type("Amara Okonjo");
        page.keyboard().press("Tab");
        page.keyboard().type("a boat in the harbour");
        page.keyboard().press("Enter");
        heading("Overview");
    }

    @AfterEach
    void close() {
        browser.close();
    }

    @Test
    void a_text_is_taken_over_from_the_assistant_answered_and_done() {
        programs.outside().texts(customer, Outside.MAIN_NUMBER, "Could somebody move my cleaning to Friday?");
        String id =
                await().until(this::thread, found -> found != null).get("id").asString();
        go("i", "Inbox");
        walkTo("/inbox/" + id);
        page.getByText("move my cleaning to Friday").last().waitFor();

        page.keyboard().press("t");
        await().until(() -> conversation(id).at("/owner/name").asString("").equals("Amara Okonjo"));
        button(page, "Hand Back").waitFor();
        page.keyboard().press("r");
        page.keyboard().type("Friday at ten is free. See you then!");
        Pictures.of(page, "agent-inbox");
        page.keyboard().press("Control+Enter");
        await().until(() -> programs.outside().received(customer).contains("Friday at ten is free. See you then!"));
        assertThat(conversation(id).get("answeredBy").asString()).isEqualTo("person");

        page.keyboard().press("Escape");
        page.keyboard().press("e");
        await().until(() -> conversation(id).get("status").asString().equals("done"));
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void a_missed_caller_becomes_ones_own_and_is_done() {
        String line = company.extension("105").get("number").asString();
        programs.outside().call(customer, line, "<Pause length='13'/>");
        JsonNode missed = await().until(() -> first("/api/missed-calls?limit=200", customer), found -> found != null);
        String at = "/calls/missed/" + missed.get("id").asString();
        go("c", "Calls");
        tabTo("Missed");
        page.keyboard().press("Enter");
        page.waitForURL("**/calls/missed");
        page.getByText(missed.get("fromDisplay").asString()).first().waitFor();
        walkTo(at);
        button(page, "Done").waitFor();
        Pictures.of(page, "agent-missed");

        page.keyboard().press("a");
        page.getByRole(AriaRole.MENU).waitFor();
        page.keyboard().press("Enter");
        await().until(() -> company.get("/api" + at.replace("/calls/missed", "/missed-calls"))
                .body()
                .hasNonNull("owner"));
        page.keyboard().press("e");
        page.getByText(Pattern.compile("Marked as done by Amara Okonjo")).waitFor();
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void a_message_is_found_played_and_so_heard() {
        programs.outside().behaves(DANAS_MOBILE, "ring-out");
        programs.outside()
                .call(
                        customer,
                        Outside.MAIN_NUMBER,
                        "<Pause length='3'/><Play digits='101'/><Pause length='32'/>"
                                + "<Say loop='12'>My crown came off last night.</Say>");
        JsonNode message = await().until(
                        () -> first("/api/voicemails", customer),
                        found -> found != null && found.get("state").asString().equals("stored"));
        String id = message.get("id").asString();
        go("v", "Voicemail");
        walkTo("/voicemail/" + id);
        page.getByText("Transcript").first().waitFor();
        page.locator("pbx-player").waitFor();

        page.keyboard().press("Space");

        await().until(() ->
                company.get("/api/voicemails/" + id).body().get("listened").asBoolean());
        page.getByText("Heard by Amara Okonjo").waitFor();
        Pictures.of(page, "agent-voicemail");
        assertThat(browser.complaints()).isEmpty();
    }

    private void go(String key, String room) {
        page.keyboard().press("g");
        page.keyboard().press(key);
        heading(room);
    }

    private void heading(String name) {
        page.getByRole(
                        AriaRole.HEADING,
                        new Page.GetByRoleOptions().setName(name).setExact(true).setLevel(1))
                .waitFor();
    }

    /** One after the other until it is open: down the list, and up once news have brought it above what is open. */
    private void walkTo(String address) {
        page.locator("a[href^='" + address.replaceAll("[^/]+$", "") + "']")
                .first()
                .waitFor();
        for (int presses = 0; presses < MOST_PRESSES && !page.url().contains(address); presses++) {
            String before = page.url();
            String key = (String) page.evaluate(KEY_TO, address);
            page.keyboard().press(key);
            page.waitForFunction(MOVED, List.of(before, key, address));
        }
        assertThat(page.url()).contains(address);
    }

    private void tabTo(String name) {
        for (int presses = 0; presses < MOST_PRESSES; presses++) {
            page.keyboard().press("Tab");
            if (name.equals(page.evaluate("() => document.activeElement.textContent.trim()"))) {
                return;
            }
        }
        throw new AssertionError("The keyboard never comes to " + name);
    }

    private @Nullable JsonNode thread() {
        return first("/api/conversations", customer);
    }

    private JsonNode conversation(String id) {
        return company.get("/api/conversations/" + id).body();
    }

    private @Nullable JsonNode first(String path, String from) {
        return company.get(path)
                .body()
                .get("items")
                .valueStream()
                .filter(item -> item.path("from").asString("").equals(from))
                .findFirst()
                .orElse(null);
    }
}
