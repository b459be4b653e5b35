package io.cloudpbx.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.cloudpbx.sandbox.Sandbox;
import io.cloudpbx.sandbox.junit.SandboxExtension;
import io.cloudpbx.sandbox.state.IncomingNumber;
import io.cloudpbx.sandbox.state.IncomingNumber.Hook;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A caller of a phone system that is off (R17). */
class FallbackJourneyTest {
    @RegisterExtension
    static final SandboxExtension CARRIER = SandboxExtension.atSpeed(20);

    /** The database's files belong to another user when the tests run as root, and it may take a moment to end. */
    @TempDir(cleanup = CleanupMode.NEVER)
    Path data;

    @Test
    void is_led_by_a_file_elsewhere_and_the_message_stands_in_the_general_mailbox_afterwards() throws Exception {
        CARRIER.expectAlerts();
        var caller = new HarborPhones(CARRIER).caller();
        try (var fallback = new StaticFallback();
                var phoneSystem =
                        new PhoneSystemProcess(data, CARRIER.baseUrl(), FreePort.pick(), fallback.settings())) {
            var company = phoneSystem.company();
            await().until(() -> company.get("/api/settings")
                    .body()
                    .get("businessName")
                    .asString()
                    .equals("Harbor Dental"));
            fallback.takesMessagesOf(CARRIER.sandbox(), company);
            ringsNoNumberOfOurs(company);
            setByHand(CARRIER.sandbox());
            assertThat(fallback.isSetAt(CARRIER.sandbox())).isFalse();
            check(company);
            await().until(() -> fallback.isSetAt(CARRIER.sandbox()));

            phoneSystem.kill();
            caller.calls(Outside.MAIN_NUMBER)
                    .hears("Thank you for calling Harbor Dental")
                    .hears("after the tone")
                    .says("This is about the crown that came off last night. Please call me back before noon.")
                    .presses("#")
                    .hears("Your message was recorded. Goodbye")
                    .isHungUpOn();
            phoneSystem.restart();

            await().until(() -> messages(company, caller.number()).equals(List.of("general")));
        }
    }

    /** It would lead back to the file, and so on without end. */
    private static void ringsNoNumberOfOurs(Company company) {
        var refused =
                company.get("/api/settings/carrier/fallback?ringFirst=" + Outside.MAIN_NUMBER.replace("+", "%2B"));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.field()).isEqualTo("ringFirst");
        assertThat(refused.body().toString()).contains("own_number");
    }

    private static void setByHand(Sandbox carrier) {
        IncomingNumber main = carrier.state().number(Outside.MAIN_NUMBER).orElseThrow();
        var voice = new Hook(main.voice().url(), "POST", main.voice().fallbackUrl(), "POST");
        carrier.state()
                .save(new IncomingNumber(
                        main.sid(),
                        main.accountSid(),
                        main.phoneNumber(),
                        main.friendlyName(),
                        voice,
                        main.sms(),
                        main.statusCallback(),
                        main.statusCallbackMethod(),
                        main.dateCreated(),
                        main.dateUpdated()));
    }

    private static void check(Company company) {
        JsonNode main = await().until(
                        () -> company.get("/api/numbers")
                                .body()
                                .get("items")
                                .valueStream()
                                .filter(number -> number.get("use").asString().equals("main"))
                                .filter(number -> number.at("/provisioning/state")
                                        .asString()
                                        .equals("ready"))
                                .toList(),
                        found -> !found.isEmpty())
                .getFirst();
        assertThat(company.post("/api/numbers/" + main.get("id").asString() + "/check", Map.of())
                        .status())
                .isEqualTo(202);
    }

    /** In whose mailboxes the caller's messages are. */
    private static List<String> messages(Company company, String caller) {
        return company.get("/api/voicemails")
                .body()
                .get("items")
                .valueStream()
                .filter(message -> message.path("from").asString("").equals(caller))
                .filter(message -> message.get("state").asString().equals("stored"))
                .map(message -> message.path("ext").asString("general"))
                .toList();
    }
}
