package io.cloudpbx.journeys;

import static io.cloudpbx.sandbox.phone.Browser.button;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.cloudpbx.sandbox.phone.Browser;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** People who may not do everything, in every room: what they may not do is not offered to them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RolesInTheBrowserTest {
    /** What anybody may press: it shows more, plays, or looks for something. A button that is new is judged here first. */
    private static final String HARMLESS =
            "Search.*|Filter|Full screen|More actions|Copy transcript|Show as .*|Show Again.*|More filters|Play.*|Pause|.*×.*|Why.*|Try Again"
                    + "|Needs You: .*|Look Up|Other Days…|All|Answered|Missed|Actions for .*|What changed.*|Next.*|Previous.*|More|Now|Text to .*|\\??What is “.*”\\?";

    /** Where things are made and files are given out. */
    private static final String MADE = "a[href*='/new'], a[download]";

    /** Presses all that can be pressed, closes what opens over the page, and tells what each was called. */
    private static final String PRESS_ALL = """
            async () => {
              const frames = () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
              const nameOf = (it) => (it.ariaLabel || it.labels?.[0]?.textContent || it.textContent).replace(/\\s+/g, ' ').trim();
              const shown = (selector) => [...document.querySelectorAll(selector)].filter((it) => it.checkVisibility() && !it.matches(':disabled'));
              const found = new Set();
              for (let at = 0; at < 40; at++) {
                const button = shown('main button, main [role=switch], main input[type=file], main textarea')[at];
                if (!button) break;
                found.add(nameOf(button));
                button.click();
                await frames();
                for (const item of shown('[role=menuitem], dialog[open] button[type=submit]')) found.add('› ' + nameOf(item));
                for (const dialog of document.querySelectorAll('dialog[open]')) dialog.close();
                for (const menu of document.querySelectorAll('[role=menu]')) menu.hidePopover?.();
                await frames();
              }
              return [...found];
            }""";

    /** Items of menus that change nothing. */
    private static final String HARMLESS_ITEM = "› (?:Unread|Snoozed|Everything|Show|Show Voicemail|Call in Sandbox"
            + "|Open Contact|Copy Number|Show Call"
            + "|Compare with Published|Versions|Saved Calls|Rehearse Past Calls)";

    private final TwoPrograms programs = TwoPrograms.shared();
    private final Company company = programs.company();
    private final List<String> refused = new CopyOnWriteArrayList<>();
    private List<String> addresses;
    private Browser browser;

    @BeforeAll
    void open() {
        addresses = Stream.concat(
                        Rooms.shared().addresses().stream(),
                        Stream.of(
                                "/settings/business",
                                "/settings/people",
                                "/settings/tokens",
                                "/settings/storage",
                                "/settings/audit",
                                "/inbox/new",
                                "/contacts/new",
                                "/campaigns/new",
                                "/extensions/new"))
                .toList();
        browser = new Browser();
    }

    @AfterAll
    void close() {
        browser.close();
    }

    @Test
    void who_only_reads_sees_every_room_and_no_button_that_would_be_refused() {
        Page page = join("read-only", "Rowan Ellis");

        assertThat(addresses.stream().flatMap(address -> offered(page, address)))
                .filteredOn(offered -> !offered.matches("\\S+ (?:" + HARMLESS + "|" + HARMLESS_ITEM + ")"))
                .isEmpty();
        assertThat(refused).isEmpty();
        page.close();
    }

    @Test
    void an_agent_is_offered_nothing_that_is_for_admins() {
        Page page = join("agent", "Imani Brooks");

        assertThat(addresses.stream().flatMap(address -> made(page, address)))
                .contains("/contacts New Contact", "/inbox New Text")
                .noneMatch(offered -> offered.contains("Extension") || offered.contains("Campaign"))
                .noneMatch(offered -> offered.contains("CSV") || offered.contains("Export"));
        assertThat(refused).isEmpty();
        page.close();
    }

    /** Comes in by an invitation, which asks for a password as long as the server wants it. */
    private Page join(String role, String name) {
        String email = name.toLowerCase(Locale.ROOT).replace(' ', '.') + "@harbordental.example";
        String link = company.post("/api/people/invitations", Map.of("email", email, "role", role))
                .body()
                .get("link")
                .asString();
        Page page = browser.tab(link);
        page.getByText("At least 12 characters.").waitFor();
        page.getByLabel("Your name").fill(name);
        page.getByLabel("Password").fill("too short");
        button(page, "Join").click();
        page.getByText("Use at least 12 characters.").waitFor();
        page.getByLabel("Password").fill("a boat in the harbour");
        button(page, "Join").click();
        page.getByText(name).first().waitFor();
        page.onResponse(response -> {
            if (response.status() == 403) {
                refused.add(response.request().method() + " " + response.url());
            }
        });
        return page;
    }

    private Stream<String> offered(Page page, String address) {
        enter(page, address);
        var pressed = ((List<?>) page.evaluate(PRESS_ALL)).stream();
        return Stream.concat(pressed, namesOf(page, MADE)).map(name -> address + " " + name);
    }

    private Stream<String> made(Page page, String address) {
        enter(page, address);
        return namesOf(page, MADE).map(name -> address + " " + name);
    }

    private static Stream<?> namesOf(Page page, String selector) {
        return ((List<?>)
                        page.locator(selector)
                                .evaluateAll(
                                        "all => all.map((it) => (it.ariaLabel || it.textContent).replace(/\\s+/g, ' ').trim())"))
                .stream();
    }

    private void enter(Page page, String address) {
        page.navigate(company.base() + address);
        page.waitForFunction(
                "() => document.querySelector('main h1, main h2') && !document.querySelector('.skeleton')");
    }
}
