package io.cloudpbx.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.cloudpbx.sandbox.phone.Browser.button;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import io.cloudpbx.sandbox.phone.Axe;
import io.cloudpbx.sandbox.phone.Browser;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** From nobody to a company that answers its calls, without an account anywhere. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FirstStepsJourneyTest {
    private static final String TRADE = """
            Bread and rolls, baked before six every morning but Monday, and coffee with it; cakes for weddings and birthdays by order, three \
            days ahead, without nuts on request.
            We deliver to cafés in the harbor.""";

    private NewInstallation installation;
    private Browser browser;

    @BeforeAll
    void start() {
        installation = new NewInstallation();
        browser = new Browser();
    }

    @AfterAll
    void stop() {
        browser.close();
        installation.close();
    }

    @Test
    void an_owner_sets_the_company_up_leaves_comes_back_and_is_told_what_is_ready() {
        Page page = setUp();
        look(page, "Your Business");
        assertThat(page.getByLabel("Business name")).hasValue("Tidepool Bakery");
        assertThat(page.getByLabel("Monday opens")).hasValue("09:00");
        tell(page);
        page = reopened(page);
        assertThat(page.getByLabel("What you do")).hasValue(TRADE);
        look(page, "Your Business");
        page.getByLabel("Business name").fill("");
        button(page, "Continue").click();
        page.getByText("Enter the name of your business.").waitFor();
        page.getByLabel("Business name").fill("Tidepool Bakery");
        button(page, "Continue").click();

        people(page);
        calls(page);
        look(page, "The Carrier");
        page.getByText("there is nothing to do").waitFor();
        page = remindedOnTheOverview(page);
        button(page, "Continue").click();

        look(page, "You’re Ready");
        page.getByText("The receptionist answers. Who wants a person reaches extension 102.")
                .waitFor();
        assertThat(page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Place a Test Call")))
                .hasAttribute("href", Pattern.compile("/phone\\?dial=%2B18335550100"));
        button(page, "Done").click();
        heading(page, "Overview").waitFor();
        assertThat(page.getByText("Finish setting up")).hasCount(0);
        atTwilio(page);
        assertThat(browser.complaints()).isEmpty();
        refusesWhatIsNoPhone(page);
    }

    /** However much it is, all of it is seen; on a narrow screen, too. */
    private static void tell(Page page) {
        page.setViewportSize(390, 900);
        page.getByLabel("What you do").fill(TRADE);
        page.waitForFunction("""
                () => {
                  const area = document.querySelector('[name=notes]');
                  return area.clientHeight > 100 && area.scrollHeight <= area.clientHeight;
                }""");
        page.setViewportSize(1440, 900);
    }

    /** What the carrier's step shows whose carrier is none on this machine; the answers it shows are real ones. */
    private void atTwilio(Page page) {
        page.route("**/api/session", route -> {
            var answer = route.fetch();
            route.fulfill(new Route.FulfillOptions()
                    .setResponse(answer)
                    .setBody(answer.text().replace("\"mode\":\"sandbox\"", "\"mode\":\"twilio\"")));
        });
        page.navigate(installation.base() + "/first-steps/carrier");
        look(page, "The Carrier");
        page.getByText("TWILIO_ACCOUNT_SID, which ends in 0001").waitFor();
        page.getByText("Put an https address there").waitFor();
        button(page, "Check Again").click();
        page.getByText("is yours, and its calls and texts come here").waitFor();
        page.getByText("Have the number verified for texting").waitFor();
        page.getByText("Callers hear an error and are cut off").waitFor();
        page.unroute("**/api/session");
        inSettings(page);
    }

    private void inSettings(Page page) {
        atTwilioInSettings(page);
        page.getByText("is yours, and its calls and texts come here").waitFor();
        page.getByText("calls.xml").first().waitFor();
        look(page, "Carrier");
        button(page, "Check Again").click();
        page.getByText("Checked").first().waitFor();
        writesDocuments(page);
        page.unroute("**/api/settings/carrier");
        page.navigate(installation.base() + "/settings/calls");
        page.getByText("Nobody calls when either is 0.").waitFor();
        look(page, "Calls");
    }

    /** Last, for the browser itself complains of a request that is refused. */
    private void refusesWhatIsNoPhone(Page page) {
        atTwilioInSettings(page);
        page.getByLabel("Phone that rings first").fill("911");
        page.keyboard().press("Enter");
        page.getByText("Phone that rings first is not a phone number.").waitFor();
    }

    private void atTwilioInSettings(Page page) {
        page.route("**/api/settings/carrier", route -> {
            var answer = route.fetch();
            route.fulfill(new Route.FulfillOptions()
                    .setResponse(answer)
                    .setBody(answer.text().replace("\"mode\":\"sandbox\"", "\"mode\":\"twilio\"")));
        });
        page.navigate(installation.base() + "/settings/carrier");
    }

    private void writesDocuments(Page page) {
        page.getByLabel("Phone that rings first").fill("(707) 555-0142");
        button(page, "Write Documents Anew").click();
        page.getByText("Documents written").first().waitFor();
        var file = page.waitForDownload(() -> page.getByRole(AriaRole.LINK)
                .filter(new Locator.FilterOptions().setHasText("calls.xml"))
                .click());
        assertThat(file.suggestedFilename()).isEqualTo("calls.xml");
        assertThat(file.path()).content().contains("+17075550142</Dial>");
    }

    private static void people(Page page) {
        look(page, "People");
        assertThat(page.getByLabel("Name", exactly())).hasValue("Noor Haddad");
        assertThat(page.getByLabel("Extension")).hasValue("101");
        button(page, "Add and Enter Another").click();
        page.getByText("101").first().waitFor();
        assertThat(page.getByLabel("Extension")).hasValue("102");
        page.getByLabel("Name", exactly()).fill("Emil Sand");
        page.keyboard().press("Enter");
    }

    private static void calls(Page page) {
        look(page, "How Calls Are Answered");
        page.getByRole(AriaRole.RADIO, new Page.GetByRoleOptions().setName(Pattern.compile("^The receptionist")))
                .check();
        assertThat(page.getByLabel("Operator")).hasValue("101");
        page.getByLabel("Operator").selectOption("102");
        button(page, "Continue").click();
    }

    private Page setUp() {
        Page page = browser.tab(installation.setUpLink());
        page.getByLabel("Your name").fill("Noor Haddad");
        page.getByLabel("Email").fill("noor@tidepool.example");
        page.getByLabel("Password").fill("a long sentence of mine");
        page.getByLabel("Business").fill("Tidepool Bakery");
        button(page, "Set Up").click();
        return page;
    }

    /** The same browser, later. */
    private Page reopened(Page page) {
        Page later = page.context().newPage();
        page.close();
        later.navigate(installation.base() + "/first-steps");
        return later;
    }

    /** Left before the end, and found again. */
    private Page remindedOnTheOverview(Page page) {
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Finish Later"))
                .click();
        page.getByText("3 of 4 steps done. Next: Carrier.").waitFor();
        assertThat(Axe.violations(page)).isEmpty();
        button(page, "Dismiss").click();
        button(page, "Undo").click();
        page.getByText("Finish setting up").waitFor();
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Continue"))
                .click();
        heading(page, "The Carrier").waitFor();
        return page;
    }

    /** Whether a step is right in both appearances and widths. */
    private static void look(Page page, String title) {
        heading(page, title).waitFor();
        assertThat(page.locator(".skeleton")).hasCount(0);
        for (var scheme : new ColorScheme[] {ColorScheme.LIGHT, ColorScheme.DARK}) {
            for (int width : new int[] {1440, 390}) {
                page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
                page.setViewportSize(width, 900);
                assertThat(Axe.violations(page)).isEmpty();
                page.screenshot(new Page.ScreenshotOptions()
                        .setPath(Path.of(
                                "target", "first-steps", title.replaceAll("\\W", "") + scheme + width + ".png")));
            }
        }
        page.setViewportSize(1440, 900);
    }

    private static Locator heading(Page page, String name) {
        return page.getByRole(
                AriaRole.HEADING, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static Page.GetByLabelOptions exactly() {
        return new Page.GetByLabelOptions().setExact(true);
    }
}
