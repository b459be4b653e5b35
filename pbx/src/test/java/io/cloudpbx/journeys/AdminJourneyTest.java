package io.cloudpbx.journeys;

import static io.cloudpbx.sandbox.phone.Browser.button;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.cloudpbx.sandbox.phone.Browser;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An admin lets somebody in, says what they may do, and shuts them out again; owners are out of reach. */
class AdminJourneyTest {
    private final TwoPrograms programs = TwoPrograms.shared();
    private final Company company = programs.company();
    private final String newcomer = "felix.moreau." + System.nanoTime() + "@harbordental.example";
    private Browser browser;
    private Page page;

    @BeforeEach
    void comeIn() {
        browser = new Browser();
        String email = "greta.holm." + System.nanoTime() + "@harbordental.example";
        page = joined(
                company.post("/api/people/invitations", Map.of("email", email, "role", "admin"))
                        .body()
                        .get("link")
                        .asString(),
                "Greta Holm");
    }

    @AfterEach
    void close() {
        browser.close();
    }

    @Test
    void somebody_is_invited_given_another_role_and_shut_out_at_once() {
        page.navigate(company.base() + "/settings/people");
        button(page, "Invite Someone").waitFor();
        page.getByText("Dana Whitfield").first().waitFor();
        Pictures.of(page, "admin-people");
        assertThat(button(page, "Actions for Dana Whitfield").count())
                .as("an owner is out of an admin's reach")
                .isZero();
        Page felix = joined(invite(), "Felix Moreau");
        felix.navigate(company.base() + "/contacts");
        newContact(felix).waitFor();

        page.reload();
        choose("Make Read Only");
        page.getByText("Felix Moreau is Read Only now").waitFor();
        felix.reload();
        felix.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Contacts"))
                .first()
                .waitFor();
        felix.locator("pbx-rows, .empty").first().waitFor();
        assertThat(newContact(felix).count()).isZero();

        choose("Deactivate");
        var sheet = page.getByRole(AriaRole.DIALOG, new Page.GetByRoleOptions().setName("Deactivate Felix Moreau?"));
        sheet.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Deactivate"))
                .click();
        row().getByText("Deactivated").waitFor();
        felix.navigate(company.base() + "/contacts");
        felix.getByLabel("Email").waitFor();
        assertThat(felix.url()).contains("/sign-in");
    }

    private String invite() {
        button(page, "Invite Someone").click();
        page.getByLabel("Email").fill("nobody");
        button(page, "Make Link").click();
        page.locator("#email-error").waitFor();
        page.getByLabel("Email").fill(newcomer);
        button(page, "Make Link").click();
        String link = page.getByLabel("Link", new Page.GetByLabelOptions().setExact(true))
                .textContent();
        button(page, "Done").click();
        page.getByText(newcomer).first().waitFor();
        return link;
    }

    private Page joined(String link, String name) {
        Page tab = browser.tab(link);
        tab.getByLabel("Your name").fill(name);
        tab.getByLabel("Password").fill("a boat in the harbour");
        button(tab, "Join").click();
        tab.getByText(name).first().waitFor();
        return tab;
    }

    private Locator row() {
        return page.locator("li").filter(new Locator.FilterOptions().setHasText(newcomer));
    }

    private void choose(String item) {
        row().getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Actions for Felix Moreau"))
                .click();
        page.getByRole(
                        AriaRole.MENUITEM,
                        new Page.GetByRoleOptions().setName(item).setExact(true))
                .click();
    }

    private static Locator newContact(Page page) {
        return page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("New Contact"));
    }
}
