package io.cloudpbx.journeys;

import static io.cloudpbx.sandbox.phone.Browser.button;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import io.cloudpbx.sandbox.phone.Axe;
import io.cloudpbx.sandbox.phone.Browser;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A queue in the room of the call flow: drawn, and edited where it is. */
class CallFlowQueueTest {
    private final TwoPrograms programs = TwoPrograms.shared();
    private final Company company = programs.company();
    private final DraftedFlow flow = new DraftedFlow(company);
    private Browser browser;
    private Page page;

    @BeforeEach
    void open() throws Exception {
        flow.isAsItCame();
        browser = new Browser();
        page = programs.signedIn(browser);
    }

    @AfterEach
    void callers_are_led_as_ever() {
        browser.close();
        flow.isAsItCame();
    }

    @Test
    void a_queue_is_added_beside_its_way_edited_in_place_and_drawn_with_where_it_leads() {
        page.navigate(company.base() + "/call-flow/menu?show=draft");
        page.locator(".callflow-card").first().waitFor();
        button(page, "Add Key").click();
        page.getByLabel("Key 1 leads to").selectOption("new:queue");
        page.waitForURL(Pattern.compile(".*/call-flow/queue.*"));
        leave(page.getByLabel("Name", new Page.GetByLabelOptions().setExact(true)), "Sales");
        page.getByLabel("Add somebody").selectOption("102");
        leave(page.getByLabel("Said first"), "Welcome to Sales. Please hold.");
        leave(page.getByLabel("Longest wait, in seconds"), "5");
        page.getByText("Longest wait, in seconds must be a whole number from 10 to 3600.")
                .waitFor();
        leave(page.getByLabel("Longest wait, in seconds"), "300");
        page.getByLabel("If nobody comes").selectOption("mailbox-102");

        await().until(() -> flow.drafted().at("/plan/nodes/queue/longest").asInt() == 300);
        await().until(() ->
                flow.drafted().at("/plan/nodes/queue/otherwise").asString("").equals("mailbox-102"));
        assertThat(flow.drafted().at("/plan/nodes/queue/callback").asBoolean()).isTrue();
        assertThat(flow.drafted().at("/plan/nodes/queue/hold").asString()).isEqualTo("Welcome to Sales. Please hold.");
        PlaywrightAssertions.assertThat(page.locator(".callflow-card")
                        .filter(new Locator.FilterOptions().setHasText("Sales"))
                        .first())
                .containsText("Up to 5 min, or a call back");
        PlaywrightAssertions.assertThat(page.getByLabel("Details", new Page.GetByLabelOptions().setExact(true)))
                .containsText("Nobody in time");
        everySide();
    }

    private static void leave(Locator field, String text) {
        field.fill(text);
        field.blur();
    }

    private void everySide() {
        for (int width : List.of(1440, 390)) {
            page.setViewportSize(width, 900);
            for (ColorScheme light : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(light));
                PlaywrightAssertions.assertThat(page.getByLabel("Longest wait, in seconds"))
                        .isVisible();
                assertThat(Axe.violations(page)).as("%s %s", width, light).isEmpty();
                page.screenshot(new Page.ScreenshotOptions()
                        .setPath(Path.of("target", "queue-%s-%d.png".formatted(light, width)))
                        .setFullPage(true));
            }
        }
    }
}
