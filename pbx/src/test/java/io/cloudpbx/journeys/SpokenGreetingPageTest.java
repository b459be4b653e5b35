package io.cloudpbx.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.cloudpbx.sandbox.phone.Browser.button;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.cloudpbx.sandbox.junit.Person;
import io.cloudpbx.sandbox.junit.SandboxExtension;
import io.cloudpbx.sandbox.phone.Browser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Dana speaks a greeting into her phone while she looks at the room of the call flow, in as much time as it takes. */
class SpokenGreetingPageTest {
    @RegisterExtension
    static final SandboxExtension CARRIER = SandboxExtension.atSpeed(1);

    private static TwoPrograms programs;

    @BeforeAll
    static void openHarborDental() {
        programs = TwoPrograms.at(CARRIER.sandbox());
    }

    @AfterAll
    static void closeIt() {
        programs.close();
    }

    @Test
    void she_is_told_what_to_do_and_then_it_is_there_to_listen_to() throws Exception {
        Person dana = new HarborPhones(CARRIER).dana();
        try (var browser = new Browser()) {
            Page page = programs.signedIn(browser);
            page.navigate(programs.company().base() + "/call-flow/menu?show=draft");
            var greeting = page.getByRole(AriaRole.GROUP, new Page.GetByRoleOptions().setName("Recorded greeting"));
            button(page, "Record by Phone recorded greeting").click();
            dana.rings();
            assertThat(greeting.getByRole(AriaRole.STATUS)).hasText("Your phone rings. Answer it, and press 1.");
            dana.answers()
                    .hears("press 1")
                    .presses("1")
                    .hears("after the tone")
                    .says("Hello, this is Harbor Dental.")
                    .presses("#");

            assertThat(greeting.getByRole(AriaRole.SLIDER)).isVisible();
            await().until(() -> programs.company()
                            .get("/api/callflow/draft")
                            .body()
                            .at("/plan/nodes/menu/greetingSound")
                            .asString("")
                            .length()
                    == 64);
            Pictures.of(page, "greeting-by-phone");
            assertThat(browser.complaints()).isEmpty();
        }
    }
}
