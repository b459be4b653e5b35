package io.cloudpbx.journeys;

import static io.cloudpbx.sandbox.phone.Browser.button;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import io.cloudpbx.sandbox.junit.Person;
import io.cloudpbx.sandbox.junit.SandboxExtension;
import io.cloudpbx.sandbox.phone.Browser;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** Calls for help while the database can be read and takes nothing, and no mind is there that could be asked anything. */
class HelpOutageTest {
    private static final String FRONT_DESK = "+14155550199";

    @RegisterExtension
    static final SandboxExtension CARRIER = SandboxExtension.atSpeed(20);

    /** The database's files belong to another user when the tests run as root. */
    @TempDir(cleanup = CleanupMode.NEVER)
    private static Path folder;

    private static HarborOnAWire harbor;
    private final Person dana = new HarborPhones(CARRIER).dana();
    private final Path kept = folder.resolve("data/help-calls");

    @BeforeAll
    static void openHarborDental() throws Exception {
        harbor = new HarborOnAWire(folder, CARRIER.sandbox());
    }

    @AfterEach
    void the_database_takes_everything() {
        harbor.takes(true);
    }

    @AfterAll
    static void closeIt() throws Exception {
        harbor.close();
    }

    private static void nothingCanBeWritten() {
        harbor.takes(false);
        await().until(() -> harbor.company()
                        .post("/api/contacts", Map.of("name", "Ines Marlow"))
                        .status()
                >= 500);
    }

    private static boolean isWritten(String id) {
        return harbor.company().get("/api/emergency-calls").body().toString().contains(id);
    }

    @Test
    void help_is_connected_and_who_is_to_know_is_told_as_soon_as_it_can_be_written() {
        nothingCanBeWritten();

        var made = harbor.company().post("/api/calls", Map.of("to", "911"));

        assertThat(made.status()).as(made.body().toString()).isEqualTo(201);
        dana.answers().hears("You have called 9 1 1").isHungUpOn();
        String id = made.body().get("id").asString();
        assertThat(isWritten(id)).isFalse();
        assertThat(kept).exists();
        harbor.takes(true);
        await().until(() -> isWritten(id));
        await().until(() -> !Files.exists(kept));
        await().until(() -> new Outside(CARRIER.baseUrl())
                .received(FRONT_DESK).stream()
                        .anyMatch(text -> text.contains("Dana Whitfield (extension 101) called 911")));
    }

    @Test
    void whoever_is_signed_in_calls_from_the_page_and_sees_the_alarm_at_once() throws Exception {
        try (var browser = new Browser()) {
            Page page = browser.tab(harbor.signInLink());
            page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Overview"))
                    .waitFor();
            nothingCanBeWritten();
            page.keyboard().press("Control+k");
            page.locator(".palette-input").fill("911");
            page.getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName("Call 911"))
                    .click();
            button(page, "Call 911").click();

            dana.answers().hears("You have called 9 1 1").isHungUpOn();
            PlaywrightAssertions.assertThat(page.locator(".alarm")).containsText("Dana Whitfield called 911");
        }
    }
}
