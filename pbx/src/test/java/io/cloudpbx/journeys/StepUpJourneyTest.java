package io.cloudpbx.journeys;

import static io.cloudpbx.sandbox.phone.Browser.button;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.WaitForSelectorState;
import io.cloudpbx.sandbox.phone.Axe;
import io.cloudpbx.sandbox.phone.Browser;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An admin who signed in a while ago makes a token, takes all contacts along and starts a campaign. */
class StepUpJourneyTest {
    private static final String PASSWORD = "a boat in the harbour";

    private final TwoPrograms programs = TwoPrograms.shared();
    private final Company company = programs.company();
    private final String email = "odile.renner." + System.nanoTime() + "@harbordental.example";
    private Browser browser;
    private Page page;

    @BeforeEach
    void join() {
        browser = new Browser();
        page = browser.tab(company.post("/api/people/invitations", Map.of("email", email, "role", "admin"))
                .body()
                .get("link")
                .asString());
        page.getByLabel("Your name").fill("Odile Renner");
        page.getByLabel("Password").fill(PASSWORD);
        button(page, "Join").click();
        page.getByText("Odile Renner").first().waitFor();
    }

    @AfterEach
    void close() {
        browser.close();
    }

    @Test
    void what_was_asked_for_is_done_once_the_password_is_given_and_nothing_is_lost() {
        page.navigate(company.base() + "/settings/tokens");
        button(page, "New Token").click();
        page.getByLabel("Name").fill("Till at the door");
        programs.aWhilePasses(email);
        button(page, "Create").click();
        Locator sheet = sheet();
        sheet.waitFor();
        look();

        prove("a guess");
        sheet.getByText("Password is not your password.").waitFor();
        prove(PASSWORD);

        page.getByText("Copy it now: it is not shown again.").waitFor();
        button(page, "Done").click();
        button(page, "Revoke Till at the door").waitFor();
        assertThat(browser.complaints()).allMatch(complaint -> complaint.matches("(?s).*status of 4(01|03|22).*"));
    }

    @Test
    void a_file_of_everybody_comes_after_the_proof_and_not_without_it() {
        page.navigate(company.base() + "/contacts");
        programs.aWhilePasses(email);
        export();
        sheet().waitFor();
        sheet().getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Cancel"))
                .click();
        page.getByText("Confirm that it is you, then try again.").waitFor();

        var download = page.waitForDownload(() -> {
            export();
            prove(PASSWORD);
        });
        assertThat(download.suggestedFilename()).isEqualTo("contacts.csv");
        sheet().waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
        // What was under way while the session was exchanged for another is asked for once more.
        assertThat(browser.complaints()).allMatch(complaint -> complaint.matches("(?s).*status of 40[13].*"));
    }

    @Test
    void a_campaign_starts_after_the_proof_and_its_sheet_keeps_everything_until_then() {
        reviewed();
        programs.aWhilePasses(email);
        start();
        sheet().getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Cancel"))
                .click();
        page.getByText("Confirm that it is you, then try again.").waitFor();
        page.getByText("about").first().waitFor();

        start();
        prove(PASSWORD);
        page.getByText("Recall of the door is starting").waitFor();
    }

    private void reviewed() {
        page.navigate(company.base() + "/campaigns/new");
        type("Name", "Recall of the door");
        type("Numbers", "+15595550187");
        page.getByLabel("Consent").selectOption("web form");
        type("To what", "Recall texts, on the sign-up form");
        page.getByLabel("When").fill("2024-03-14");
        next();
        type("Message", "Time for a cleaning!");
        page.getByRole(AriaRole.CHECKBOX).first().check();
        next();
        page.getByText("Will get it").waitFor();
        next();
        page.getByText("Look once more").waitFor();
    }

    private void type(String label, String words) {
        page.getByRole(
                        AriaRole.TEXTBOX,
                        new Page.GetByRoleOptions().setName(label).setExact(true))
                .fill(words);
    }

    private void next() {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName("Next").setExact(true))
                .click();
    }

    private void start() {
        button(page, "Start Now").click();
        sheet().waitFor();
    }

    @Test
    void who_has_a_second_factor_is_asked_for_its_code() {
        page.navigate(company.base() + "/settings/security");
        var app = SignInJourneyTest.addFactor(page);
        page.navigate(company.base() + "/contacts");
        programs.aWhilePasses(email);
        export();
        sheet().getByText("From your authenticator app, or one of your recovery codes.")
                .waitFor();
        assertThat(sheet().getByLabel("Password").count()).isZero();
        assertThat(Axe.violations(page)).isEmpty();
        sheet().getByLabel("Code").fill(app.codeAt(Instant.now().plus(30, ChronoUnit.SECONDS)));
        page.waitForDownload(() -> sheet().getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Go On"))
                .click());
    }

    private void export() {
        button(page, "Files and fields").click();
        page.getByRole(
                        AriaRole.MENUITEM,
                        new Page.GetByRoleOptions().setName("Export").setExact(true))
                .click();
    }

    private Locator sheet() {
        return page.getByRole(AriaRole.DIALOG, new Page.GetByRoleOptions().setName("Confirm It’s You"));
    }

    private void prove(String password) {
        sheet().getByLabel("Password").fill(password);
        sheet().getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Go On"))
                .click();
    }

    private void look() {
        assertThat(Axe.violations(page)).isEmpty();
        picture("light");
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        page.setViewportSize(390, 844);
        assertThat(Axe.violations(page)).isEmpty();
        picture("dark");
    }

    private void picture(String name) {
        page.screenshot(
                new Page.ScreenshotOptions().setPath(Path.of("target", "pictures", "step-up-" + name + ".png")));
    }
}
