package io.cloudpbx.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.cloudpbx.sandbox.phone.Axe;
import io.cloudpbx.sandbox.phone.Browser;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Every room, asked for by its address with something in it: it is there, and axe finds nothing to complain about. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RoomsTest {
    private static final String ANSWERED = "+15595550181";
    private static final String OPTED_OUT = "+15595550182";

    private final TwoPrograms programs = TwoPrograms.shared();
    private final Company company = programs.company();
    private Browser browser;
    private Page signedIn;
    private List<String> addresses;

    /** A conversation that the assistant answered, and somebody who wants no texts. */
    @BeforeAll
    void open() throws Exception {
        programs.outside().texts(ANSWERED, Outside.MAIN_NUMBER, "What are your hours?");
        programs.outside().texts(OPTED_OUT, Outside.MAIN_NUMBER, "STOP");
        String conversation = "/inbox/" + about(ANSWERED).get("id").asString();
        String silent = "/inbox/" + about(OPTED_OUT).get("id").asString();
        String contact = "/contacts/" + about(OPTED_OUT).at("/contact/id").asString();
        addresses = List.of(
                "/",
                "/inbox",
                conversation,
                silent,
                "/calls",
                "/voicemail",
                "/contacts",
                contact,
                "/extensions",
                "/numbers",
                "/phone",
                "/settings/messages",
                "/settings/knowledge");
        browser = new Browser(Path.of("no-microphone.wav"));
        signedIn = browser.tab(programs.signInLink());
        signedIn.locator("h1").first().waitFor();
    }

    @AfterAll
    void close() {
        browser.close();
    }

    private JsonNode about(String person) {
        return await().atMost(Duration.ofSeconds(30))
                .until(
                        () -> company.get("/api/conversations")
                                .body()
                                .get("items")
                                .valueStream()
                                .filter(item -> item.get("from").asString().equals(person))
                                .filter(item -> item.hasNonNull("optedOut")
                                        || item.get("lastKind").asString().equals("text_out"))
                                .findFirst()
                                .orElse(null),
                        found -> found != null);
    }

    @ParameterizedTest
    @CsvSource({"LIGHT, 1440", "DARK, 390"})
    void every_room_is_there_and_has_no_violation(ColorScheme scheme, int width) {
        Page page = signedIn.context().newPage();
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
        page.setViewportSize(width, 900);

        assertThat(addresses.stream().flatMap(address -> violations(page, address)))
                .isEmpty();
        assertThat(browser.complaints()).isEmpty();
        page.close();
    }

    private Stream<String> violations(Page page, String address) {
        page.navigate(company.base() + address);
        page.waitForFunction(
                "() => document.querySelector('main h1, main h2') && !document.querySelector('.skeleton')");
        return Axe.violations(page).stream().map(found -> address + " " + found.rule() + " " + found.html());
    }
}
