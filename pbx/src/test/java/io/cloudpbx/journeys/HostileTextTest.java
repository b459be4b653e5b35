package io.cloudpbx.journeys;

import static io.cloudpbx.sandbox.phone.Browser.button;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.cloudpbx.sandbox.phone.Browser;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Whatever people write is text wherever it is shown: no markup, no script, and never wider than a phone. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HostileTextTest {
    /** Rooms that show to everybody what somebody wrote. */
    private static final List<String> ROOMS = List.of(
            "/",
            "/inbox",
            "/contacts",
            "/campaigns",
            "/extensions",
            "/numbers",
            "/settings/knowledge",
            "/settings/people",
            "/settings/tokens");

    /** Rooms that show it in fields, in sheets, or only sometimes. */
    private static final List<String> OTHERS = List.of(
            "/calls",
            "/calls/missed",
            "/voicemail",
            "/call-flow",
            "/call-flow?show=draft",
            "/call-flow/front-desk?show=draft",
            "/receptionist",
            "/receptionist/instructions",
            "/receptionist/tests",
            "/analytics",
            "/inbox/new",
            "/contacts/new",
            "/campaigns/new",
            "/extensions/new",
            "/settings/business",
            "/settings/messages",
            "/settings/calls",
            "/settings/receptionist",
            "/settings/compliance",
            "/settings/carrier",
            "/settings/security",
            "/settings/notifications",
            "/settings/webhooks",
            "/settings/audit",
            "/settings/appearance",
            "/settings/account",
            "/first-steps/business",
            "/first-steps/ready",
            "/api/docs");

    /** What reaches beyond the screen, or makes a part of the page scroll sideways that is not meant to. */
    private static final String TOO_WIDE = """
            () => [document.scrollingElement, ...document.querySelectorAll('main, main *, dialog[open], dialog[open] *')]
              .filter((it) => it.scrollWidth > it.clientWidth + 1)
              .filter((it) => it === document.scrollingElement || /auto|scroll/.test(getComputedStyle(it).overflowX))
              .filter((it) => it.role !== 'region' && !it.matches('.segments, textarea'))
              .map((it) => `${it.localName}.${it.className} is ${it.scrollWidth} wide`)""";

    private final TwoPrograms programs = TwoPrograms.shared();
    private final List<String> dialogs = new CopyOnWriteArrayList<>();
    private HostileWords hostile;
    private Browser browser;
    private Page page;

    @BeforeAll
    void write() throws Exception {
        hostile = new HostileWords(programs);
        browser = new Browser();
        page = browser.tab(programs.signInLink());
        page.setViewportSize(390, 844);
        page.onDialog(dialog -> {
            dialogs.add(dialog.message());
            dialog.dismiss();
        });
        page.locator("h1").getByText("Overview").waitFor();
    }

    @AfterAll
    void close() {
        browser.close();
        hostile.close();
    }

    @Test
    void what_was_written_to_do_harm_is_shown_letter_by_letter_and_does_none() {
        Stream.concat(ROOMS.stream(), hostile.addresses().stream()).forEach(address -> {
            enter(address);
            assertThat(page.locator("body").textContent()).as(address).contains(HostileWords.MARKUP);
        });
        OTHERS.forEach(this::enter);
        lookInto();

        assertThat(dialogs).isEmpty();
        assertThat(browser.complaints()).isEmpty();
    }

    private void enter(String address) {
        page.navigate(programs.company().base() + address);
        page.waitForFunction(
                "() => document.querySelector('main h1, main h2') && !document.querySelector('.skeleton')");
        look(address);
    }

    /** What opens over a room: saved replies, and the palette. */
    private void lookInto() {
        enter(hostile.addresses().getFirst());
        button(page, "Saved Replies").click();
        page.getByRole(AriaRole.DIALOG).getByText(HostileWords.MARKUP).first().waitFor();
        look("saved replies");
        page.keyboard().press("Escape");
        page.keyboard().press("Control+k");
        page.locator(".palette-input").fill("WWW");
        look("palette");
    }

    private void look(String where) {
        assertThat((List<?>) page.evaluate(TOO_WIDE)).as(where).isEmpty();
        assertThat(page.locator("img[src=x], a[href^=javascript]").count())
                .as(where)
                .isZero();
    }
}
