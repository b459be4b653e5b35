package io.cloudpbx.journeys;

import static io.cloudpbx.sandbox.phone.Browser.button;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.cloudpbx.access.account.AuthenticatorApp;
import io.cloudpbx.sandbox.phone.Axe;
import io.cloudpbx.sandbox.phone.Browser;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Somebody comes by an invitation, adds a second factor, and signs in with it. */
class SignInJourneyTest {
    private static final String EMAIL = "teodoro.vance@harbordental.example";
    private static final String PASSWORD = "a boat in the harbour";

    private final Company company = TwoPrograms.shared().company();

    @Test
    void who_has_a_second_factor_signs_in_with_a_code_after_the_password() {
        try (var browser = new Browser()) {
            Page page = browser.tab(invitation());
            page.getByLabel("Your name").fill("Teodoro Vance");
            page.getByLabel("Password").fill(PASSWORD);
            button(page, "Join").click();
            page.getByText("Teodoro Vance").first().waitFor();
            page.navigate(company.base() + "/settings/security");
            var app = addFactor(page);

            page.navigate(company.base() + "/settings/account");
            button(page, "Sign Out").click();
            page.getByLabel("Email").fill(EMAIL);
            page.getByLabel("Password").fill(PASSWORD);
            button(page, "Sign In").click();
            page.getByText("Enter your code").waitFor();
            assertThat(page.getByLabel("Password").count()).isZero();
            look(page);

            enter(page, "000 000");
            page.getByText("This code is not right").waitFor();
            enter(page, app.codeAt(Instant.now().plus(Duration.ofSeconds(30))));
            page.locator("h1").getByText("Overview").waitFor();
        }
    }

    private String invitation() {
        return company.post("/api/people/invitations", Map.of("email", EMAIL, "role", "read-only"))
                .body()
                .get("link")
                .asString();
    }

    /** On the page of one's own security. */
    static AuthenticatorApp addFactor(Page page) {
        button(page, "Add Authenticator App").click();
        page.getByText("Can’t scan it?").click();
        var app = new AuthenticatorApp(
                page.locator(".secondfactor-key code").textContent().replace(" ", ""));
        page.locator("[name=code]").fill(app.codeAt(Instant.now()));
        button(page, "Turn On").click();
        page.getByText("Keep these recovery codes").waitFor();
        assertThat(Axe.violations(page)).isEmpty();
        button(page, "Done").click();
        return app;
    }

    private static void enter(Page page, String code) {
        page.getByLabel("Code").fill(code);
        button(page, "Sign In").click();
    }

    private static void look(Page page) {
        assertThat(Axe.violations(page)).isEmpty();
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        page.setViewportSize(390, 844);
        assertThat(Axe.violations(page)).isEmpty();
    }
}
