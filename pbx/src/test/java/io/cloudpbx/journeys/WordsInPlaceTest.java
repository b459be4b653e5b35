package io.cloudpbx.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.cloudpbx.sandbox.phone.Browser.button;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import io.cloudpbx.sandbox.phone.Axe;
import io.cloudpbx.sandbox.phone.Browser;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A question mark beside a term says what it means. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WordsInPlaceTest {
    private final TwoPrograms programs = TwoPrograms.shared();
    private final Company company = programs.company();
    private Browser browser;
    private Page signedIn;

    @BeforeAll
    void open() throws Exception {
        browser = new Browser();
        signedIn = programs.signedIn(browser);
    }

    @AfterAll
    void close() {
        browser.close();
    }

    @ParameterizedTest
    @CsvSource({
        "/call-flow/menu, Menu, press a key, LIGHT, 1440",
        "/call-flow/menu, Menu, press a key, DARK, 390",
        "/settings/messages, Tokens, pieces of words, DARK, 1440",
        "/settings/messages, Tokens, pieces of words, LIGHT, 390",
        "/settings/compliance, Quiet hours, nobody is woken, DARK, 390",
        "/receptionist/tests, Tests, a caller once said, LIGHT, 1440"
    })
    void it_is_read_by_keyboard_and_goes_with_escape_which_closes_nothing_else(
            String address, String term, String words, ColorScheme scheme, int width) {
        Page page = signedIn.context().newPage();
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
        page.setViewportSize(width, 900);
        page.navigate(company.base() + address);
        Locator mark = button(page, "What is “" + term + "”?");
        Locator told = page.getByText(words);
        assertThat(mark).isVisible();
        assertThat(told).isHidden();

        mark.focus();
        page.keyboard().press("Enter");

        assertThat(told).isVisible();
        assertThat(told).isInViewport(new LocatorAssertions.IsInViewportOptions().setRatio(1));
        assertThat(Axe.violations(page)).isEmpty();
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of("target", "pictures", "words-%s-%s-%s.png".formatted(term, scheme, width))));
        page.keyboard().press("Escape");
        assertThat(told).isHidden();
        assertThat(mark).isFocused();
        assertThat(page.url()).isEqualTo(company.base() + address);
        page.close();
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void in_a_sheet_escape_closes_the_words_before_the_sheet() {
        String draft = company.post(
                        "/api/campaigns",
                        Map.of(
                                "name",
                                "Words",
                                "message",
                                "We have moved.",
                                "recipients",
                                List.of("+15305550147"),
                                "fromNumber",
                                Outside.MAIN_NUMBER,
                                "draft",
                                true))
                .body()
                .at("/campaign/id")
                .asString();
        Page page = signedIn.context().newPage();
        page.navigate(company.base() + "/campaigns/" + draft);
        button(page, "Continue").click();
        Locator sheet = page.getByRole(AriaRole.DIALOG);
        sheet.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Next"))
                .click();

        sheet.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("What is “Kind”?"))
                .click();
        Locator told = sheet.getByText("offers from you");
        assertThat(told).isVisible();
        assertThat(Axe.violations(page)).isEmpty();
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", "pictures", "words-kind.png")));
        page.keyboard().press("Escape");
        assertThat(told).isHidden();
        assertThat(sheet).isVisible();
        page.close();
        assertThat(browser.complaints()).isEmpty();
    }
}
