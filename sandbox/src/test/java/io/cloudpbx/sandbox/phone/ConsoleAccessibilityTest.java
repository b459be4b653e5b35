package io.cloudpbx.sandbox.phone;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.cloudpbx.sandbox.Sandbox;
import io.cloudpbx.sandbox.SandboxSettings;
import io.cloudpbx.sandbox.client.Rest;
import io.cloudpbx.sandbox.state.Account;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** axe finds nothing to complain about on the console, in either appearance, on a desk and on a phone. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ConsoleAccessibilityTest {
    private static final String BUSINESS = "+14155550100";
    private static final String UNREACHABLE = "+14155550101";
    private static final String PERSON = "+14155550148";

    private AnsweringMachine machine;
    private Sandbox sandbox;
    private Browser browser;
    private String call;
    private String text;

    /** A carrier on which every section has something to show. */
    @BeforeAll
    void open() throws Exception {
        browser = new Browser();
        machine = new AnsweringMachine();
        sandbox = Sandbox.start(SandboxSettings.inMemory(20));
        Rest business = Rest.as(sandbox.baseUrl(), Account.BUSINESS_SID);
        business.post("IncomingPhoneNumbers.json", "PhoneNumber", BUSINESS, "VoiceUrl", machine.voiceUrl());
        business.post("IncomingPhoneNumbers.json", "PhoneNumber", UNREACHABLE, "VoiceUrl", "http://127.0.0.1:9/voice");
        text = business.post("Messages.json", "From", BUSINESS, "To", PERSON, "Body", "Your visit is at 9.")
                .text("sid");
        call = personCalls(BUSINESS);
        personCalls(UNREACHABLE);
        Rest.send(business.request("/sandbox/faults").POST(BodyPublishers.ofString("""
                                        {"where": {"part": "receipt"}, "what": {"fault": "drop"}, "howOften": {"probability": 0.5}}""")));
    }

    private String personCalls(String to) {
        return Rest.as(sandbox.baseUrl(), Account.OUTSIDE_SID)
                .post("Calls.json", "From", PERSON, "To", to, "Twiml", "<Response><Pause length=\"20\"/></Response>")
                .text("sid");
    }

    @AfterEach
    void closeTabs() {
        browser.closeTabs();
    }

    @AfterAll
    void close() {
        browser.close();
        sandbox.close();
        machine.close();
    }

    private Stream<String> places() {
        return Stream.of(
                "overview",
                "calls",
                "calls/" + call,
                "messages",
                "messages/" + text,
                "webhooks",
                "errors",
                "faults",
                "time");
    }

    private Page console(ColorScheme scheme, int width) {
        Page page = browser.tab(sandbox.baseUrl() + "/console/");
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
        page.setViewportSize(width, 900);
        return page;
    }

    /** What axe finds at a place of which every part is opened, and where it found it. */
    private List<String> violations(Page page, String place, String... rules) {
        page.navigate(sandbox.baseUrl() + "/console/#" + place);
        page.waitForFunction("section => document.title.toLowerCase().startsWith(section)", place.split("/", 2)[0]);
        page.waitForFunction("() => document.querySelector('main .card') && !document.querySelector('.loading')");
        page.evaluate("document.querySelectorAll('details').forEach(part => { part.open = true; })");
        return Axe.violations(page, rules).stream()
                .map(found -> place + " " + found.rule() + " " + found.html())
                .toList();
    }

    @ParameterizedTest
    @CsvSource({"LIGHT, 1440", "LIGHT, 390", "DARK, 1440", "DARK, 390"})
    void every_section_opened_has_no_violation(ColorScheme scheme, int width) {
        Page page = console(scheme, width);

        assertThat(places().flatMap(place -> violations(page, place).stream())).isEmpty();
    }

    /** So that the test above is known to look at every section, in that appearance and width. */
    @ParameterizedTest
    @CsvSource({"LIGHT, 1440, #ffffff", "LIGHT, 390, #ffffff", "DARK, 1440, #1c1c1e", "DARK, 390, #1c1c1e"})
    void words_too_faint_for_their_ground_are_noticed_in_every_section(ColorScheme scheme, int width, String ground) {
        Page page = console(scheme, width);
        page.evaluate("""
                css => {
                  const sheet = new CSSStyleSheet();
                  sheet.replaceSync(css);
                  document.adoptedStyleSheets = [sheet];
                }""", "main.main * { color: #88888844 !important; background: " + ground + " !important }");

        assertThat(places())
                .allSatisfy(place ->
                        assertThat(violations(page, place, "color-contrast")).isNotEmpty());
    }

    @Test
    void a_button_without_a_name_is_noticed() {
        Page page = console(ColorScheme.LIGHT, 1440);
        page.evaluate("document.body.append(document.createElement('button'))");

        assertThat(violations(page, "faults")).anyMatch(found -> found.contains("button-name"));
    }
}
