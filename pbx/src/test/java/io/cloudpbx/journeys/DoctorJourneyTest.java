package io.cloudpbx.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.twilio.http.HttpMethod;
import com.twilio.http.TwilioRestClient;
import com.twilio.rest.api.v2010.account.Application;
import com.twilio.rest.api.v2010.account.IncomingPhoneNumber;
import com.twilio.rest.messaging.v1.Service;
import com.twilio.rest.messaging.v1.service.PhoneNumber;
import io.cloudpbx.jobs.Jobs;
import io.cloudpbx.sandbox.junit.SandboxExtension;
import io.cloudpbx.sandbox.phone.Browser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** What somebody changed at the carrier by hand is seen, shown and set right (R17, T4). */
class DoctorJourneyTest {
    @RegisterExtension
    static final SandboxExtension CARRIER = SandboxExtension.atSpeed(20);

    private static TwoPrograms programs;
    private static Company company;
    private static TwilioRestClient console;

    @BeforeAll
    static void openHarborDental() {
        programs = TwoPrograms.at(CARRIER.sandbox());
        company = programs.company();
        console = programs.bean(TwilioRestClient.class);
        // It would set right what these tests change.
        await().until(DoctorJourneyTest::theLookAtTheStartIsOver);
    }

    @AfterAll
    static void closeIt() {
        programs.close();
    }

    private static boolean theLookAtTheStartIsOver() {
        return programs.bean(JdbcClient.class).sql("""
                        select not picked and execution_time > now() + interval '1 hour'
                        from scheduled_tasks where task_name = 'numbers.drift'""").query(Boolean.class).single();
    }

    @Test
    void the_api_says_what_stands_there_and_what_should_and_repairs_it_once_however_often_that_is_asked() {
        String number = company.extension("101").get("number").asString();
        String ours = setting(number, "voiceUrl");
        assertThat(examined(number).get("standing").asString()).isEqualTo("fine");
        String application = Application.creator()
                .setFriendlyName("Somebody else's")
                .setVoiceUrl("https://elsewhere.example/application")
                .create(console)
                .getSid();
        IncomingPhoneNumber.updater(carrierId(number))
                .setVoiceUrl("https://elsewhere.example/voice")
                .setVoiceMethod(HttpMethod.GET)
                .setStatusCallback("")
                .setVoiceApplicationSid(application)
                .update(console);

        var changed = examined(number);
        assertThat(changed.get("standing").asString()).isEqualTo("changed");
        assertThat(changed.get("differences")
                        .valueStream()
                        .map(each -> each.get("setting").asString() + " "
                                + each.get("there").asString()))
                .containsExactly(
                        "voice_application " + application,
                        "voice_url https://elsewhere.example/voice",
                        "voice_method GET",
                        "status_callback ");
        assertThat(changed.at("/differences/1/wanted").asString()).isEqualTo(ours);

        var repaired = company.post("/api/numbers/" + changed.get("id").asString() + "/repair", Map.of());
        assertThat(repaired.status()).isEqualTo(200);
        assertThat(standings(repaired.body())).containsOnly("fine");
        assertThat(setting(number, "voiceUrl")).isEqualTo(ours);
        assertThat(company.post("/api/numbers/" + changed.get("id").asString() + "/repair", Map.of())
                        .status())
                .isEqualTo(200);
        assertThat(repairsOf(number))
                .singleElement()
                .satisfies(line -> assertThat(line.get("detail").asString())
                        .contains("https://elsewhere.example/voice")
                        .contains(application));
    }

    @Test
    void a_messaging_service_that_takes_texts_is_told_to_leave_them_to_the_number() {
        String number = company.extension("102").get("number").asString();
        Service service = Service.creator("Newsletter")
                .setUseInboundWebhookOnNumber(false)
                .create(console);
        try {
            PhoneNumber.creator(service.getSid(), carrierId(number)).create(console);
            var changed = examined(number);
            assertThat(changed.at("/differences/0/setting").asString()).isEqualTo("text_service");
            assertThat(changed.at("/differences/0/there").asString()).isEqualTo("Newsletter");

            var repaired = company.post("/api/numbers/repair", Map.of());

            assertThat(standings(repaired.body())).containsOnly("fine");
            assertThat(Service.fetcher(service.getSid()).fetch(console).getUseInboundWebhookOnNumber())
                    .isTrue();
        } finally {
            assertThat(Service.deleter(service.getSid()).delete(console)).isTrue();
        }
    }

    @Test
    void numbers_that_only_the_carrier_or_only_we_know_are_said() {
        String bought = IncomingPhoneNumber.creator("650")
                .create(console)
                .getPhoneNumber()
                .toString();
        String kept = company.extension("103").get("number").asString();
        String id = company.extension("103").get("numberId").asString();
        assertThat(IncomingPhoneNumber.deleter(carrierId(kept)).delete(console)).isTrue();

        var examination = examination();
        assertThat(examination
                        .get("unknown")
                        .valueStream()
                        .map(each -> each.get("number").asString()))
                .containsExactly(bought);
        assertThat(examined(kept).get("standing").asString()).isEqualTo("gone");
        var refused = company.post("/api/numbers/" + id + "/repair", Map.of());
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.code()).isEqualTo("number_gone");

        programs.bean(Jobs.class).soon("numbers.drift", "all");
        await().untilAsserted(() -> assertThat(company.get("/api/numbers/" + id)
                        .body()
                        .at("/provisioning/code")
                        .asString(""))
                .isEqualTo("number_gone"));

        assertThat(IncomingPhoneNumber.deleter(carrierId(bought)).delete(console))
                .isTrue();
        IncomingPhoneNumber.creator(new com.twilio.type.PhoneNumber(kept)).create(console);
        programs.bean(Jobs.class).soon("numbers.drift", "all");
        await().untilAsserted(() ->
                assertThat(examined(kept).get("standing").asString()).isEqualTo("fine"));
        assertThat(examination().get("unknown")).isEmpty();
    }

    @Test
    void the_numbers_page_shows_a_change_and_repairs_it_after_a_look_at_what_it_does() throws Exception {
        String number = company.extension("104").get("number").asString();
        String display = listed(number).get("display").asString();
        IncomingPhoneNumber.updater(carrierId(number))
                .setSmsUrl("https://elsewhere.example/texts")
                .update(console);
        try (var browser = new Browser()) {
            Page page = programs.signedIn(browser);
            page.navigate(company.base() + "/numbers");
            Locator row = page.getByRole(AriaRole.LISTITEM).filter(new Locator.FilterOptions().setHasText(display));
            assertThat(row).containsText("Changed at the carrier");
            assertThat(row).containsText("Its texts may not come here.");
            Pictures.of(page, "numbers-changed");

            button(page, "Repair… " + display).click();
            var sheet = page.getByRole(AriaRole.DIALOG, new Page.GetByRoleOptions().setName("Repair " + display + "?"));
            assertThat(sheet).containsText("https://elsewhere.example/texts");
            assertThat(sheet).containsText(company.base() + "/sms/inbound");
            Pictures.of(page, "numbers-repair");
            sheet.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Repair"))
                    .click();

            assertThat(row).not().containsText("Changed at the carrier");
            assertThat(page.locator(".numbers-note")).containsText("At the carrier all are set to come here.");
            assertThat(browser.complaints()).isEmpty();
        }
        assertThat(setting(number, "smsUrl")).startsWith(company.base() + "/sms/inbound");
    }

    @Test
    void the_command_says_it_in_a_terminal_and_repairs_when_asked() throws Exception {
        String number = company.extension("105").get("number").asString();
        String display = listed(number).get("display").asString();
        IncomingPhoneNumber.updater(carrierId(number))
                .setVoiceFallbackUrl("https://elsewhere.example/fallback")
                .update(console);

        assertThat(doctor("")).contains("numbers at the carrier were not looked at: CLOUDPBX_TOKEN is not set");
        assertThat(doctor("a wrong token")).contains("the token may not be an admin's");
        assertThat(doctor(TwoPrograms.ADMIN_TOKEN))
                .contains("wrong " + display + ": Address for calls while this server is off is"
                        + " https://elsewhere.example/fallback, and should be " + company.base() + "/ivr/fallback.")
                .contains("must be put right");

        assertThat(doctor(TwoPrograms.ADMIN_TOKEN, "--repair"))
                .contains("ok    What could be repaired at the carrier was.")
                .contains("ok    " + display + ": its calls and texts come here.")
                .doesNotContain("elsewhere.example");
        assertThat(setting(number, "voiceFallbackUrl")).isEqualTo(company.base() + "/ivr/fallback");
        assertThat(doctor(TwoPrograms.ADMIN_TOKEN, "--mend")).contains("'doctor' or 'doctor --repair'");
    }

    private static String doctor(String token, String... options) throws IOException, InterruptedException {
        var command = Stream.concat(Stream.of("bash", "../cloudpbx", "doctor"), Stream.of(options))
                .toList();
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().remove("CLOUDPBX_ADMIN_TOKEN");
        builder.environment().put("CLOUDPBX_TOKEN", token);
        builder.environment()
                .put("CLOUDPBX_PORT", company.base().substring(company.base().lastIndexOf(':') + 1));
        Process doctor = builder.start();
        String said = new String(doctor.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        doctor.waitFor();
        return said;
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }

    private static JsonNode examination() {
        return company.get("/api/numbers/examination").body();
    }

    private static JsonNode examined(String number) {
        return examination()
                .get("numbers")
                .valueStream()
                .filter(each -> each.get("number").asString().equals(number))
                .findFirst()
                .orElseThrow();
    }

    private static Stream<String> standings(JsonNode examination) {
        return examination
                .get("numbers")
                .valueStream()
                .map(each -> each.get("standing").asString());
    }

    private static List<JsonNode> repairsOf(String number) {
        return company.get("/api/audit?action=number_repaired")
                .body()
                .get("items")
                .valueStream()
                .filter(line -> line.get("object").asString().equals(number))
                .toList();
    }

    private static JsonNode listed(String number) {
        return company.get("/api/numbers")
                .body()
                .get("items")
                .valueStream()
                .filter(item -> item.get("number").asString("").equals(number))
                .findFirst()
                .orElseThrow();
    }

    private static String carrierId(String number) {
        return programs.carrier().state().number(number).orElseThrow().sid();
    }

    private static String setting(String number, String which) {
        var there = IncomingPhoneNumber.fetcher(carrierId(number)).fetch(console);
        return String.valueOf(
                switch (which) {
                    case "voiceUrl" -> there.getVoiceUrl();
                    case "voiceFallbackUrl" -> there.getVoiceFallbackUrl();
                    case "smsUrl" -> there.getSmsUrl();
                    default -> throw new IllegalArgumentException(which);
                });
    }
}
