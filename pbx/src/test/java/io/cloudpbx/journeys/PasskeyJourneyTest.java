package io.cloudpbx.journeys;

import static io.cloudpbx.sandbox.phone.Browser.button;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import io.cloudpbx.sandbox.Sandbox;
import io.cloudpbx.sandbox.SandboxSettings;
import io.cloudpbx.sandbox.phone.Axe;
import io.cloudpbx.sandbox.phone.Browser;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Somebody adds a passkey, names it, signs in with it alone, and removes it; somebody else has to add one. Browsers keep passkeys for names, so this one has a name. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PasskeyJourneyTest {
    private TwoPrograms programs;
    private String site;
    private Browser browser;

    @BeforeAll
    void start() {
        programs = TwoPrograms.at(
                Sandbox.start(SandboxSettings.inMemory(30)),
                "--cloudpbx.public-url=http://localhost:" + TwoPrograms.PORT);
        site = programs.company().base().replace("127.0.0.1", "localhost");
        browser = new Browser();
    }

    @AfterAll
    void stop() {
        browser.close();
        programs.close();
    }

    @Test
    void a_passkey_is_made_signs_in_alone_and_is_removed() {
        Page page = browser.tab(invitation());
        var device = Device.of(page);
        page.getByLabel("Your name").fill("Marisol Quint");
        page.getByLabel("Password").fill("a boat in the harbour");
        button(page, "Join").click();
        page.getByText("Marisol Quint").first().waitFor();

        make(page, device);
        signOut(page);
        button(page, "Use a Passkey").waitFor();
        look(page, "sign-in");
        button(page, "Use a Passkey").click();
        page.locator("h1").getByText("Overview").waitFor();

        aPasswordAloneIsAskedForThePasskey(page);
        remove(page);
        signOut(page);
        button(page, "Use a Passkey").click();
        page.getByText("This passkey opens nothing here. Sign in with your password.")
                .waitFor();
        assertThat(browser.complaints()).allMatch(complaint -> complaint.matches("(?s).*status of 40[13].*"));
    }

    @Test
    void who_must_have_a_second_factor_adds_a_passkey_on_the_way_in() {
        everybodyMustHaveTwo(true);
        Page page = browser.tab(invitation("oskar.lindqvist@harbordental.example"));
        var device = Device.of(page);
        page.getByLabel("Your name").fill("Oskar Lindqvist");
        page.getByLabel("Password").fill("a boat in the harbour");
        button(page, "Join").click();
        page.getByLabel("QR code for an authenticator app").waitFor();
        look(page, "second-factor");
        device.knowsItsOwner(false);
        button(page, "Add a Passkey").click();
        page.getByText("No passkey was used: it was cancelled, or took too long.")
                .waitFor();
        device.knowsItsOwner(true);
        button(page, "Add a Passkey").click();
        page.locator("h1").getByText("Overview").waitFor();
        everybodyMustHaveTwo(false);
    }

    private void make(Page page, Device device) {
        page.navigate(site + "/settings/security");
        device.knowsItsOwner(false);
        add(page, "Work laptop");
        page.getByText("No passkey was used: it was cancelled, or took too long.")
                .waitFor();
        device.knowsItsOwner(true);
        button(page, "Go On").click();
        page.getByText("never used").waitFor();
        rename(page);
        look(page, "settings");
    }

    private static void rename(Page page) {
        button(page, "Rename Work laptop").click();
        var sheet = dialog(page, "Rename Passkey");
        sheet.getByLabel("Name").fill("Laptop at home");
        assertThat(Axe.violations(page)).isEmpty();
        sheet.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Rename"))
                .click();
        page.getByText("“Work laptop” is now “Laptop at home”").waitFor();
        button(page, "Remove Laptop at home").waitFor();
    }

    private void aPasswordAloneIsAskedForThePasskey(Page page) {
        everybodyMustHaveTwo(true);
        signOut(page);
        page.getByLabel("Email").fill("marisol.quint@harbordental.example");
        page.getByLabel("Password").fill("a boat in the harbour");
        button(page, "Sign In").click();
        var alone = dialog(page, "Confirm It’s You");
        alone.getByText("your passkey is both").waitFor();
        assertThat(alone.getByLabel("Password").count()).isZero();
        look(page, "alone");
        button(page, "Use a Passkey").click();
        page.getByLabel("QR code for an authenticator app").waitFor();
        everybodyMustHaveTwo(false);
    }

    private void remove(Page page) {
        page.navigate(site + "/settings/security");
        page.getByText("last used").waitFor();
        programs.aWhilePasses("marisol.quint@harbordental.example");
        button(page, "Remove Laptop at home").click();
        dialog(page, "Remove “Laptop at home”?")
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Remove"))
                .click();
        var proof = dialog(page, "Confirm It’s You");
        proof.getByLabel("Password").waitFor();
        look(page, "proof");
        button(page, "Use a Passkey").click();
        page.getByText("“Laptop at home” removed").waitFor();
    }

    private void everybodyMustHaveTwo(boolean must) {
        programs.bean(JdbcClient.class)
                .sql("update sign_in_policy set second_factor_required = ?")
                .param(must)
                .update();
    }

    private String invitation() {
        return invitation("marisol.quint@harbordental.example");
    }

    private String invitation(String email) {
        return programs.company()
                .post("/api/people/invitations", Map.of("email", email, "role", "read-only"))
                .body()
                .get("link")
                .asString();
    }

    private static void add(Page page, String name) {
        button(page, "Add Passkey").click();
        var sheet = dialog(page, "Add Passkey");
        sheet.getByLabel("Name").fill(name);
        assertThat(Axe.violations(page)).isEmpty();
        sheet.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Go On"))
                .click();
    }

    private void signOut(Page page) {
        page.navigate(site + "/settings/account");
        button(page, "Sign Out").click();
    }

    private static Locator dialog(Page page, String name) {
        return page.getByRole(AriaRole.DIALOG, new Page.GetByRoleOptions().setName(name));
    }

    private static void look(Page page, String name) {
        for (ColorScheme scheme : new ColorScheme[] {ColorScheme.DARK, ColorScheme.LIGHT}) {
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
            page.setViewportSize(scheme == ColorScheme.DARK ? 390 : 1440, 844);
            assertThat(Axe.violations(page)).isEmpty();
            page.screenshot(new Page.ScreenshotOptions()
                    .setPath(Path.of("target", "pictures", "passkey-" + name + "-" + scheme + ".png")));
        }
    }

    /** Chromium's own authenticator, with nobody's finger on it. */
    private record Device(CDPSession session, String id) {
        static Device of(Page page) {
            var session = page.context().newCDPSession(page);
            session.send("WebAuthn.enable");
            var options = new JsonObject();
            options.addProperty("protocol", "ctap2");
            options.addProperty("transport", "internal");
            options.addProperty("hasResidentKey", true);
            options.addProperty("hasUserVerification", true);
            options.addProperty("isUserVerified", true);
            options.addProperty("automaticPresenceSimulation", true);
            var wanted = new JsonObject();
            wanted.add("options", options);
            return new Device(
                    session,
                    session.send("WebAuthn.addVirtualAuthenticator", wanted)
                            .get("authenticatorId")
                            .getAsString());
        }

        void knowsItsOwner(boolean does) {
            var wanted = new JsonObject();
            wanted.addProperty("authenticatorId", id);
            wanted.addProperty("isUserVerified", does);
            session.send("WebAuthn.setUserVerified", wanted);
        }
    }
}
