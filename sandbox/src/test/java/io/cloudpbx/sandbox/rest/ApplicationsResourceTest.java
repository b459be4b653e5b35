package io.cloudpbx.sandbox.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.twilio.http.TwilioRestClient;
import com.twilio.rest.api.v2010.account.Application;
import com.twilio.rest.api.v2010.account.Call;
import com.twilio.rest.api.v2010.account.IncomingPhoneNumber;
import com.twilio.type.PhoneNumber;
import io.cloudpbx.sandbox.call.CallOrder;
import io.cloudpbx.sandbox.webhook.WebhookTarget;
import java.net.URI;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code twilio.md} sections 2.1, 12 and 14: applications, and who refers to them. */
class ApplicationsResourceTest extends RestTest {
    private static final String NUMBER = "+14155550101";
    private static final String VOICE = "http://127.0.0.1:9/app/voice";

    private String application(String... settings) {
        return business().post("Applications.json", settings).text("sid");
    }

    @Test
    void the_official_client_makes_changes_lists_and_deletes_an_application() {
        TwilioRestClient client = businessClient();
        Application made = Application.creator()
                .setFriendlyName("Switchboard")
                .setVoiceUrl(URI.create(VOICE))
                .setMessageStatusCallback(URI.create("http://127.0.0.1:9/app/receipts"))
                .create(client);
        assertThat(made.getSid()).matches("AP[0-9a-f]{32}");
        assertThat(made.getVoiceUrl()).hasToString(VOICE);
        assertThat(made.getVoiceMethod()).hasToString("POST");
        assertThat(made.getSmsStatusCallback()).isEqualTo(made.getMessageStatusCallback());

        Application changed = Application.updater(made.getSid())
                .setSmsUrl(URI.create("http://127.0.0.1:9/app/sms"))
                .update(client);
        assertThat(changed.getSmsUrl()).hasToString("http://127.0.0.1:9/app/sms");
        assertThat(changed.getVoiceUrl()).hasToString(VOICE);
        assertThat(Application.reader().setFriendlyName("Switchboard").read(client))
                .hasSize(1);
        assertThat(Application.reader().setFriendlyName("Other").read(client)).isEmpty();
        assertThat(Application.deleter(made.getSid()).delete(client)).isTrue();
        assertThat(Application.reader().read(client)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "VoiceFallbackUrl,    http://127.0.0.1:9/f, 21405",
        "SmsFallbackUrl,      http://127.0.0.1:9/f, 21406",
        "VoiceUrl,            no url,               21402",
        "SmsMethod,           PATCH,                21403",
        "VoiceCallerIdLookup, true,                 20404",
        "ApiVersion,          2008-08-01,           20404",
    })
    void a_bad_setting_is_refused_and_nothing_is_made(String name, String value, int code) {
        assertThat(business().post("Applications.json", name, value).code()).isEqualTo(code);
        assertThat(state().applications().all()).isEmpty();
    }

    @Test
    void another_accounts_application_is_not_found() {
        String sid = application();

        assertThat(outside().get("Applications/" + sid + ".json").code()).isEqualTo(20404);
        assertThat(outside().delete("Applications/" + sid + ".json").code()).isEqualTo(20404);
    }

    @Test
    void a_number_refers_to_applications_until_they_are_cleared_or_deleted() {
        TwilioRestClient client = businessClient();
        String voice = application("VoiceUrl", VOICE);
        String sms = application();
        IncomingPhoneNumber bought = IncomingPhoneNumber.creator(new PhoneNumber(NUMBER))
                .setVoiceApplicationSid(voice)
                .setSmsApplicationSid(sms)
                .create(client);
        assertThat(bought.getVoiceApplicationSid()).isEqualTo(voice);
        assertThat(bought.getSmsApplicationSid()).isEqualTo(sms);

        business().delete("Applications/" + voice + ".json");
        String path = "IncomingPhoneNumbers/" + bought.getSid() + ".json";
        assertThat(business().get(path).text("voice_application_sid")).isEmpty();
        assertThat(business().get(path).text("sms_application_sid")).isEqualTo(sms);
        assertThat(business().post(path, "SmsApplicationSid", "").text("sms_application_sid"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"VoiceApplicationSid", "SmsApplicationSid"})
    void a_number_cannot_refer_to_an_application_that_is_not_its_accounts_21420(String name) {
        String theirs = outside().post("Applications.json").text("sid");

        assertThat(business()
                        .post("IncomingPhoneNumbers.json", "PhoneNumber", NUMBER, name, theirs)
                        .code())
                .isEqualTo(21420);
        assertThat(state().numbers()).isEmpty();
    }

    @Test
    void a_call_is_run_by_the_application_and_its_own_urls_are_ignored() {
        businessOwns(NUMBER);
        String sid =
                application("VoiceUrl", VOICE, "VoiceMethod", "GET", "StatusCallback", "http://127.0.0.1:9/app/status");

        Call.creator(new PhoneNumber("+12025550123"), new PhoneNumber(NUMBER), sid)
                .setStatusCallback(URI.create("http://127.0.0.1:9/ignored"))
                .create(businessClient());

        CallOrder order = placed().orders.getFirst();
        assertThat(order.instructions()).isEqualTo(WebhookTarget.of(VOICE, "GET"));
        assertThat(order.statusCallback())
                .isEqualTo(new CallOrder.StatusCallback("http://127.0.0.1:9/app/status", "POST", Set.of("completed")));
        assertThat(order.options().applicationSid()).isEqualTo(sid);
    }

    @Test
    void a_call_needs_an_application_that_can_answer_21218() {
        businessOwns(NUMBER);
        String mute = application();
        String theirs = outside().post("Applications.json", "VoiceUrl", VOICE).text("sid");

        for (String sid : new String[] {mute, theirs, "AP1"}) {
            assertThat(business()
                            .post("Calls.json", "To", "+12025550123", "From", NUMBER, "ApplicationSid", sid)
                            .code())
                    .isEqualTo(21218);
        }
        assertThat(placed().orders).isEmpty();
    }
}
