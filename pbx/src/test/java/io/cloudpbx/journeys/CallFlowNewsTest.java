package io.cloudpbx.journeys;

import static io.cloudpbx.sandbox.phone.Browser.button;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import io.cloudpbx.sandbox.phone.Axe;
import io.cloudpbx.sandbox.phone.Browser;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An open call flow while somebody else publishes another. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CallFlowNewsTest {
    private static final String ROOM = "/call-flow";

    private final TwoPrograms programs = TwoPrograms.shared();
    private final Company company = programs.company();
    private final DraftedFlow flow = new DraftedFlow(company);
    private Browser browser;
    private Page signedIn;
    private Page page;

    @BeforeAll
    void open() throws Exception {
        browser = new Browser();
        signedIn = programs.signedIn(browser);
    }

    @AfterAll
    void close() {
        browser.close();
    }

    @BeforeEach
    void as_it_came() {
        flow.isAsItCame();
        page = signedIn.context().newPage();
    }

    @AfterEach
    void callers_are_led_as_ever() {
        page.close();
        flow.isAsItCame();
        // A page that was closed may still have been saving.
        assertThat(browser.complaints()).allMatch(complaint -> complaint.contains("status of 409"));
        browser.complaints().clear();
    }

    private Locator card(String title) {
        return page.locator(".callflow-card")
                .filter(new Locator.FilterOptions().setHasText(title))
                .first();
    }

    @ParameterizedTest
    @CsvSource({"LIGHT, 1440", "DARK, 1440", "LIGHT, 390", "DARK, 390"})
    void what_somebody_else_publishes_is_told_at_once_and_the_draft_is_kept(ColorScheme scheme, int width) {
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
        page.setViewportSize(width, 900);
        page.navigate(company.base() + ROOM + "/menu?show=draft");
        page.getByLabel("Greeting", new Page.GetByLabelOptions().setExact(true)).fill("Good day.");
        page.getByLabel("Greeting", new Page.GetByLabelOptions().setExact(true)).blur();
        await().until(() ->
                flow.drafted().at("/plan/nodes/menu/greeting").asString().equals("Good day."));
        page.getByLabel("Choices", new Page.GetByLabelOptions().setExact(true)).fill("Being typed");

        flow.restore(0);
        String told = "published version " + flow.published() + " while you were here. It leads new calls.";

        page.getByText(told).waitFor();
        assertThat(page.getByLabel("Greeting", new Page.GetByLabelOptions().setExact(true))
                        .inputValue())
                .isEqualTo("Good day.");
        assertThat(page.getByLabel("Choices", new Page.GetByLabelOptions().setExact(true))
                        .inputValue())
                .isEqualTo("Being typed");
        assertThat(Axe.violations(page)).isEmpty();
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of("target", "callflow", "published-%s-%s.png".formatted(width, scheme))));
        button(page, "Compare").click();
        page.getByRole(AriaRole.DIALOG).getByText(told).waitFor();
        assertThat(Axe.violations(page)).isEmpty();
        page.keyboard().press("Escape");
        button(page, "OK").click();
        await().until(() -> page.getByText(told).count() == 0);
    }

    @Test
    void what_is_published_and_closed_elsewhere_is_seen_at_once() {
        flow.publish(flow.withHours());
        page.navigate(company.base() + ROOM);
        card("Doors").waitFor();
        flow.close("office");
        card("Doors").getByText("Closed by hand").waitFor();

        flow.restore(0);

        button(page, "OK").click();
        await().until(() -> card("Doors").count() == 0);
    }
}
