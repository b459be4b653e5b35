package io.cloudpbx.journeys;

import static io.cloudpbx.sandbox.phone.Browser.button;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.twilio.http.TwilioRestClient;
import com.twilio.rest.api.v2010.account.Address;
import com.twilio.rest.api.v2010.account.IncomingPhoneNumber;
import io.cloudpbx.sandbox.junit.Person;
import io.cloudpbx.sandbox.phone.Axe;
import io.cloudpbx.sandbox.phone.Browser;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Dana calls for help from the dashboard. */
class HelpJourneysTest {
    private static final String FRONT_DESK = "+14155550199";

    @RegisterExtension
    static final HarborDental HARBOR = HarborDental.atSpeed(20);

    private final TwoPrograms programs = HARBOR.programs();
    private final Company company = programs.company();
    private final JdbcClient jdbc = programs.bean(JdbcClient.class);
    private final Person dana = HARBOR.dana();

    private String helpIsCalled(String number) {
        var made = company.post("/api/calls", Map.of("to", number));
        assertThat(made.status()).as(made.body().toString()).isEqualTo(201);
        return made.body().get("id").asString();
    }

    private JsonNode told(String id) {
        return company.get("/api/emergency-calls")
                .body()
                .get("items")
                .valueStream()
                .filter(call -> call.get("id").asString().equals(id))
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(strings = {"911", "9911", "112"})
    void her_phone_rings_and_help_is_connected_without_a_word_or_a_key(String number) {
        String id = helpIsCalled(number);
        dana.answers().hears("This is a sandbox. You have called").isHungUpOn();

        await().until(() -> told(id).hasNonNull("connectedAt") && told(id).hasNonNull("endedAt"));
        JsonNode call = told(id);
        assertThat(call.get("name").asString()).isEqualTo("Dana Whitfield");
        assertThat(call.get("callBack").asString()).isEqualTo(dana.number());
        assertThat(call.get("from").asString())
                .isEqualTo(company.extension("101").get("number").asString());
        assertThat(call.get("located").asBoolean()).isFalse();
        assertThat(call.get("placed").asBoolean()).isTrue();
    }

    @Test
    void the_front_desk_is_texted_once_and_the_overview_says_so() {
        String desk = "+14155550188";
        isTheFrontDesk(desk, FRONT_DESK);
        String id = helpIsCalled("911");
        try {
            dana.answers().hears("This is a sandbox").isHungUpOn();
            await().until(() -> !alarmsAt(desk).isEmpty());
        } finally {
            isTheFrontDesk(FRONT_DESK, desk);
        }

        assertThat(alarmsAt(desk))
                .singleElement()
                .asString()
                .contains("Dana Whitfield (extension 101) called 911", "has no registered address");
        assertThat(alarmsAt(dana.number())).as("who called knows").isEmpty();
        assertThat(company.get("/api/dashboard")
                        .body()
                        .get("needsYou")
                        .valueStream()
                        .filter(item -> item.get("id").asString().equals(id))
                        .map(item -> item.get("kind").asString() + ": "
                                + item.get("title").asString()))
                .containsExactly("emergency_call: Dana Whitfield called 911");
    }

    /** From the next call for help on: whoever is to be told of others has been, by then. */
    private void isTheFrontDesk(String phone, String before) {
        await().until(() -> jdbc.sql(
                        "select not exists (select from scheduled_tasks where task_name = 'dialing.text-staff')")
                .query(Boolean.class)
                .single());
        jdbc.sql("update extension set forward_to = ? where forward_to = ?")
                .param(phone)
                .param(before)
                .update();
    }

    private List<String> alarmsAt(String phone) {
        return programs.outside().received(phone).stream()
                .filter(text -> text.contains("called 911"))
                .toList();
    }

    /** Nobody here is to know of a call to the lifeline. */
    @Test
    void who_calls_the_lifeline_is_heard_of_by_nobody() {
        String id = helpIsCalled("988");
        dana.answers().hears("You have called 9 8 8").isHungUpOn();

        assertThat(company.get("/api/emergency-calls").body().toString()).doesNotContain(id);
        assertThat(company.get("/api/dashboard").body().toString()).doesNotContain(id);
    }

    @Test
    void help_is_called_with_every_limit_tripped() {
        String busy = company.post("/api/calls", Map.of("to", HARBOR.caller().number()))
                .body()
                .get("id")
                .asString();
        // What trips the limits below would keep it from being placed, too.
        await().until(() -> !company.get("/api/calls/" + busy)
                .body()
                .get("summary")
                .asString()
                .equals("Being placed"));
        jdbc.sql("update messaging_settings set frozen = true").update();
        jdbc.sql("update company_settings set call_countries = '{}'").update();
        jdbc.sql("""
                        update dial_settings set calls_per_day = 0, cents_per_day = 0, company_calls_per_hour = 0,
                            company_calls_per_day = 0, company_cents_per_day = 0""").update();
        jdbc.sql("update recording_settings set outgoing = 'everywhere'").update();
        try {
            assertThat(company.post("/api/calls", Map.of("to", "(415) 555-0148"))
                            .status())
                    .isGreaterThanOrEqualTo(400);
            // She lets it ring.
            await().until(() ->
                    !company.get("/api/calls/" + busy).body().get("live").asBoolean());
            helpIsCalled("911");
            dana.answers().hears("You have called 9 1 1").isHungUpOn();
        } finally {
            jdbc.sql("update messaging_settings set frozen = false").update();
            jdbc.sql("update company_settings set call_countries = '{US,CA}'").update();
            jdbc.sql("""
                            update dial_settings set calls_per_day = 100, cents_per_day = 1000, company_calls_per_hour = 300,
                                company_calls_per_day = 2000, company_cents_per_day = 20000""").update();
            jdbc.sql("update recording_settings set outgoing = 'never'").update();
        }
    }

    @Test
    void help_is_told_the_address_that_the_carrier_has_and_933_reads_it_back() {
        var console = programs.bean(TwilioRestClient.class);
        String number = company.extension("101").get("number").asString();
        String address = Address.creator("Harbor Dental", "220 Bayview Landing", "San Francisco", "CA", "94105", "US")
                .setEmergencyEnabled(true)
                .create(console)
                .getSid();
        addressed(console, number, address, "registered");
        try {
            assertThat(company.get("/api/emergency-calls/readiness")
                            .body()
                            .get("located")
                            .asBoolean())
                    .isTrue();
            helpIsCalled("933");
            dana.answers().hears("220 Bayview Landing").isHungUpOn();
            String id = helpIsCalled("911");
            dana.answers().hears("This is a sandbox").isHungUpOn();
            assertThat(told(id).get("located").asBoolean()).isTrue();
        } finally {
            addressed(console, number, "", "none");
        }
    }

    /** The registry takes its time, so the carrier is asked until it has it. */
    private void addressed(TwilioRestClient console, String number, String address, String status) {
        String carrierId = IncomingPhoneNumber.reader()
                .setPhoneNumber(new com.twilio.type.PhoneNumber(number))
                .firstPage(console)
                .getRecords()
                .getFirst()
                .getSid();
        IncomingPhoneNumber.updater(carrierId).setEmergencyAddressSid(address).update(console);
        await().until(() -> {
            company.post("/api/numbers/registrations/check", Map.of());
            return jdbc.sql("select coalesce(emergency_address, '') from phone_number where e164 = ?")
                    .param(number)
                    .query(String.class)
                    .single()
                    .equals(status);
        });
    }

    @ParameterizedTest
    @CsvSource({"LIGHT, 1440", "DARK, 390"})
    void she_types_911_reads_what_comes_of_it_and_every_screen_sounds(ColorScheme scheme, int width) throws Exception {
        try (var browser = new Browser()) {
            Page page = programs.signedIn(browser);
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
            page.setViewportSize(width, 900);
            page.keyboard().press("Control+k");
            page.locator(".palette-input").fill("911");
            page.getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName("Call 911"))
                    .click();
            page.getByText("has no registered address").waitFor();
            assertThat(Axe.violations(page)).isEmpty();
            look(page, "help-" + width);
            button(page, "Call 911").click();
            dana.answers().hears("This is a sandbox").isHungUpOn();

            var alarm = page.locator(".alarm");
            PlaywrightAssertions.assertThat(alarm).containsText("Dana Whitfield called 911");
            PlaywrightAssertions.assertThat(page.locator("dialog")).hasCount(0);
            assertThat(Axe.violations(page)).isEmpty();
            look(page, "alarm-" + width);
            button(page, "I Have Seen It").click();
            PlaywrightAssertions.assertThat(alarm).hasCount(0);
            assertThat(browser.complaints()).isEmpty();
        }
    }

    private static void look(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", "pictures", name + ".png")));
    }
}
