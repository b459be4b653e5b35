package io.cloudpbx.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.cloudpbx.sandbox.phone.Browser.button;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import io.cloudpbx.sandbox.phone.Axe;
import io.cloudpbx.sandbox.phone.Browser;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** An owner looks how the company stands, and goes where something can be done about it. */
class ComplianceJourneyTest {
    private final TwoPrograms programs = TwoPrograms.shared();
    private final Company company = programs.company();

    @Test
    void an_owner_reads_how_everything_stands_and_goes_to_what_is_open() throws Exception {
        company.post("/api/contacts", Map.of("name", "Ines Marlow"));
        try (var browser = new Browser()) {
            Page page = programs.signedIn(browser);
            page.navigate(company.base() + "/settings/compliance");
            page.getByText("Not verified as far as the carrier lists it").waitFor();
            page.getByText("You are unsubscribed and will get no more texts from us")
                    .waitFor();
            page.getByText(Pattern.compile("of [\\d,]+ contacts?")).first().waitFor();
            page.getByText("Conversations with the receptionist are not recorded")
                    .waitFor();
            look(page, "");

            button(page, "Ask the Carrier").click();
            page.getByText("The carrier is being asked").waitFor();
            page.locator("pbx-settings-compliance")
                    .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("Numbers"))
                    .click();
            page.locator("h1").getByText("Numbers").waitFor();
            assertThat(browser.complaints()).isEmpty();
        }
    }

    @Test
    void who_opts_out_is_seen_at_once_and_any_number_is_looked_up_entered_and_taken_back() throws Exception {
        try (var browser = new Browser()) {
            Page page = programs.signedIn(browser);
            page.navigate(company.base() + "/settings/compliance");
            Locator optOuts = page.locator("pbx-opt-outs");
            optOuts.locator("ul li, .settings-none").first().waitFor();

            programs.outside().texts("+15305550191", Outside.MAIN_NUMBER, "STOP");
            Locator rows = optOuts.getByRole(AriaRole.LISTITEM);
            assertThat(rows.filter(with("(530) 555-0191"))).containsText("by keyword");

            Locator sought = optOuts.getByLabel("Phone number");
            sought.fill("530 555 0192");
            sought.press("Enter");
            Locator answer = optOuts.locator(".settings-standing");
            assertThat(answer).containsText("(530) 555-0192 may be texted one to one");

            button(page, "Add an Opt-Out…").click();
            Locator sheet = page.getByRole(AriaRole.DIALOG);
            sheet.getByText("Opt Out", new Locator.GetByTextOptions().setExact(true))
                    .click();
            assertThat(sheet).containsText("Enter the number.");
            sheet.getByLabel("Phone number").fill("(530) 555-0192");
            sheet.getByLabel("What they said").fill("Please stop texting me");
            sheet.getByText("Opt Out", new Locator.GetByTextOptions().setExact(true))
                    .click();
            assertThat(rows.filter(with("(530) 555-0192"))).containsText("Please stop texting me");
            assertThat(answer).containsText("wants no texts");
            look(page, "opt-outs-");

            button(page, "Take Back… the opt-out of (530) 555-0192").click();
            sheet.getByLabel("Reason").fill("The wrong number was typed");
            sheet.getByText("Take Back", new Locator.GetByTextOptions().setExact(true))
                    .click();
            assertThat(rows.filter(with("(530) 555-0192"))).hasCount(0);
            assertThat(answer).containsText("may be texted one to one");
            assertThat(browser.complaints()).isEmpty();
        }
    }

    private static Locator.FilterOptions with(String text) {
        return new Locator.FilterOptions().setHasText(text);
    }

    private static void look(Page page, String name) {
        for (var scheme : new ColorScheme[] {ColorScheme.LIGHT, ColorScheme.DARK}) {
            for (int width : new int[] {1440, 390}) {
                page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
                page.setViewportSize(width, 2600);
                assertThat(page.locator(".skeleton")).hasCount(0);
                assertThat(Axe.violations(page)).isEmpty();
                page.screenshot(new Page.ScreenshotOptions()
                        .setPath(Path.of("target", "compliance", name + scheme + width + ".png")));
            }
        }
        page.setViewportSize(1440, 900);
    }
}
