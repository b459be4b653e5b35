package io.cloudpbx.journeys;

import static io.cloudpbx.sandbox.phone.Browser.button;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.WaitForSelectorState;
import io.cloudpbx.sandbox.phone.Browser;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The owner at the dashboard. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DashboardTest {
    /** {@code dashboard.md} section 11; each costs a slow line a part of a round trip. */
    private static final int MOST_REQUESTS = 45;

    private final TwoPrograms programs = TwoPrograms.shared();
    private final Company company = programs.company();
    private Browser browser;
    private Page signedIn;

    @BeforeAll
    void signIn() throws Exception {
        browser = new Browser(Path.of("no-microphone.wav"));
        signedIn = browser.tab(programs.signInLink());
        heading(signedIn, "Overview").waitFor();
    }

    @AfterAll
    void close() {
        browser.close();
    }

    /** A page of the same person in a tab of its own. */
    private Page open(String path) {
        Page page = signedIn.context().newPage();
        page.navigate(company.base() + path);
        return page;
    }

    @Test
    void the_first_page_asks_for_few_things() {
        programs.outside().call("+14155550148", Outside.MAIN_NUMBER, "<Pause length=\"2\"/>");
        await().until(() ->
                company.get("/api/dashboard").body().at("/calls/total").asInt() > 0);
        Page page = signedIn.context().newPage();
        List<String> asked = new CopyOnWriteArrayList<>();
        page.onRequest(request -> asked.add(request.url()));
        page.navigate(company.base() + "/");
        heading(page, "Overview").waitFor();
        page.getByText("On the Line").first().waitFor();
        page.waitForFunction("() => document.querySelector('.shell-count-plain')");

        // Once each: what was asked before the stream of news stood open is asked again when it does.
        assertThat(new HashSet<>(asked))
                .anyMatch(url -> url.endsWith("/api/dashboard"))
                .hasSizeLessThanOrEqualTo(MOST_REQUESTS);
        assertThat(browser.complaints()).isEmpty();
        page.close();
    }

    @Test
    void who_deactivates_the_operator_is_told_what_that_means_and_chooses_another() {
        company.post("/api/extensions", person("193", "Noor Haddad"));
        company.seatOperator("193");
        Page page = open("/extensions");

        button(page, "Actions for Noor Haddad").click();
        page.getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName("Deactivate…"))
                .click();
        page.getByText("Noor Haddad is the operator:").waitFor();
        button(page, "Deactivate").click();
        page.getByText("Choose who answers from now on.").waitFor();
        page.getByLabel("New operator").selectOption("110");
        button(page, "Deactivate").click();

        await().atMost(Duration.ofSeconds(10))
                .until(() -> company.get("/api/settings")
                        .body()
                        .get("operatorExtension")
                        .asString("")
                        .equals("110"));
        button(page, "Actions for Noor Haddad").waitFor(gone());
        page.close();
    }

    @Test
    void a_kept_number_is_released_by_who_types_it() {
        var made = company.post("/api/extensions", person("194", "Sam Ito")).body();
        company.delete("/api/extensions/" + made.get("id").asString());
        String display = made.get("numberDisplay").asString();
        Page page = open("/numbers");

        button(page, "Release… " + display).click();
        var sheet = page.getByRole(AriaRole.DIALOG);
        var release = sheet.getByRole(
                AriaRole.BUTTON,
                new Locator.GetByRoleOptions().setName("Release").setExact(true));
        sheet.getByText("you may never get it again").waitFor();
        sheet.getByLabel("Number").fill("(415) 555-0100");
        assertThat(release.isDisabled()).isTrue();
        sheet.getByLabel("Number").fill(display);
        release.click();

        page.getByText(display, new Page.GetByTextOptions().setExact(true))
                .first()
                .waitFor(gone());
        assertThat(programs.carrier().state().number(made.get("number").asString()))
                .isEmpty();
        page.close();
    }

    @Test
    void a_switch_chooses_how_the_receptionist_of_a_number_listens() {
        Page page = open("/numbers");
        var streams = page.getByRole(AriaRole.SWITCH).first();
        assertThat(streams.isChecked()).isFalse();

        streams.click();
        await().atMost(Duration.ofSeconds(10)).until(() -> mainListens("stream"));
        assertThat(streams.isChecked()).isTrue();
        streams.click();
        await().atMost(Duration.ofSeconds(10)).until(() -> mainListens("turns"));
        page.close();
    }

    private boolean mainListens(String how) {
        return company.get("/api/numbers")
                .body()
                .at("/items/0/listening")
                .asString()
                .equals(how);
    }

    private static Map<String, String> person(String ext, String name) {
        return Map.of("ext", ext, "name", name, "department", "", "email", "", "areaCode", "650");
    }

    private static Locator heading(Page page, String name) {
        return page.getByRole(
                AriaRole.HEADING, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static Locator.WaitForOptions gone() {
        return new Locator.WaitForOptions()
                .setState(WaitForSelectorState.DETACHED)
                .setTimeout(20_000);
    }
}
