package io.cloudpbx.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.cloudpbx.sandbox.phone.Browser.button;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.FileChooser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import io.cloudpbx.greetings.sound.Tone;
import io.cloudpbx.sandbox.phone.Browser;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** A menu gets somebody's own voice in the room of the call flow. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GreetingPageTest {
    private static final String MENU = "/call-flow/menu?show=draft";
    private static final String SOUND = "/plan/nodes/menu/greetingSound";

    private final TwoPrograms programs = TwoPrograms.shared();
    private final Company company = programs.company();
    private final DraftedFlow flow = new DraftedFlow(company);
    private Browser browser;
    private Page page;

    @BeforeAll
    void open() throws Exception {
        browser = new Browser();
        page = programs.signedIn(browser);
    }

    @AfterAll
    void close() {
        browser.close();
    }

    @BeforeEach
    void as_it_came() {
        flow.isAsItCame();
        page.navigate(company.base() + MENU);
        button(page, "Upload… recorded greeting").waitFor();
    }

    @AfterEach
    void callers_are_led_as_ever() {
        page.navigate("about:blank");
        flow.isAsItCame();
        // What was refused is said beside its field.
        assertThat(browser.complaints()).allMatch(complaint -> complaint.matches("(?s).*status of 415.*"));
        browser.complaints().clear();
    }

    private void choose(String button, String file, String type, byte[] content) {
        FileChooser chooser = page.waitForFileChooser(() -> button(page, button).click());
        chooser.setFiles(new FilePayload(file, type, content));
    }

    private Locator greeting() {
        return page.getByRole(AriaRole.GROUP, new Page.GetByRoleOptions().setName("Recorded greeting"));
    }

    private String drafted() {
        return flow.drafted().at(SOUND).asString("");
    }

    @Test
    void a_file_becomes_the_greeting_is_listened_to_and_goes_again() {
        choose("Upload… recorded greeting", "welcome.wav", "audio/wav", Tone.wav(60, 0.5));

        assertThat(greeting().getByRole(AriaRole.SLIDER)).hasAttribute("aria-valuetext", "0:00 of 1:00");
        await().until(() -> drafted().length() == 64);
        String name = drafted();
        greeting()
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Play"))
                .click();
        assertThat(greeting().getByRole(AriaRole.SLIDER))
                .hasAttribute("aria-valuetext", Pattern.compile("(?!0:00)0:\\d\\d of 1:00"));
        Pictures.of(page, "greeting");

        button(page, "Remove recorded greeting").click();
        await().until(() -> drafted().isEmpty());
        button(page, "Undo").click();
        await().until(() -> drafted().equals(name));

        page.navigate(company.base() + "/call-flow/menu");
        assertThat(page.getByText("Published Call Flow")
                        .or(page.locator(".callflow-facts"))
                        .first())
                .isVisible();
        assertThat(page.locator("pbx-player")).hasCount(0);
        flow.publish(flow.drafted().get("plan"));
        page.reload();
        assertThat(page.locator("pbx-player")).hasCount(1);
    }

    @Test
    void what_is_no_sound_is_said_beside_the_field_and_the_words_stay() {
        choose("Upload… recorded greeting", "welcome.pdf", "application/pdf", new byte[] {1, 2, 3});
        assertThat(greeting().getByRole(AriaRole.ALERT)).hasText("Choose a WAV or MP3 file.");

        choose("Upload… recorded greeting", "welcome.mp3", "audio/mpeg", new byte[4000]);
        assertThat(greeting().getByRole(AriaRole.ALERT))
                .hasText("This is no sound that phones play. Choose a WAV or MP3 file.");
        Pictures.of(page, "greeting-refused");

        choose("Upload… recorded greeting", "welcome.mp3", "audio/mpeg", Tone.mp3(200));
        assertThat(greeting().getByRole(AriaRole.SLIDER)).hasAttribute("aria-valuetext", "0:00 of 0:05");
        await().until(() -> drafted().length() == 64);
        assertThat(flow.drafted().get("problems").isEmpty()).isTrue();
    }
}
