package io.cloudpbx.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.twilio.http.TwilioRestClient;
import com.twilio.rest.api.v2010.account.Address;
import com.twilio.rest.api.v2010.account.IncomingPhoneNumber;
import com.twilio.rest.messaging.v1.BrandRegistration;
import com.twilio.rest.messaging.v1.Service;
import com.twilio.rest.messaging.v1.TollfreeVerification;
import com.twilio.rest.messaging.v1.TollfreeVerification.OptInType;
import com.twilio.rest.messaging.v1.TollfreeVerification.UseCaseCategories;
import com.twilio.rest.messaging.v1.service.PhoneNumber;
import com.twilio.rest.messaging.v1.service.UsAppToPerson;
import io.cloudpbx.jobs.Jobs;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** From a number that nobody knows to one that may text, as its owner goes through it at the carrier. */
class RegistrationJourneysTest {
    private static final String PERSON = "+14155550196";

    private final TwoPrograms programs = TwoPrograms.shared();
    private final Company company = programs.company();
    private final TwilioRestClient console = programs.bean(TwilioRestClient.class);

    @Test
    void a_toll_free_number_in_review_is_refused_by_the_gate_until_its_verification_is_through() {
        becomes(Outside.MAIN_NUMBER, "none");
        String verification = handIn(Outside.MAIN_NUMBER);
        try {
            becomes(Outside.MAIN_NUMBER, "pending");
            var inReview = text(Outside.MAIN_NUMBER);
            assertThat(inReview.status()).isEqualTo(422);
            assertThat(inReview.code()).isEqualTo("sender_not_registered");
            assertThat(inReview.body().get("detail").asString()).contains("waits for its toll-free verification");

            decide(verification, Map.of("status", "TWILIO_REJECTED", "reason", "The opt-in is not shown"));
            becomes(Outside.MAIN_NUMBER, "rejected");
            assertThat(listed(Outside.MAIN_NUMBER).at("/registration/detail").asString())
                    .isEqualTo("The opt-in is not shown");
            assertThat(text(Outside.MAIN_NUMBER).code()).isEqualTo("sender_not_registered");

            decide(verification, Map.of("status", "TWILIO_APPROVED"));
            becomes(Outside.MAIN_NUMBER, "approved");
            assertThat(text(Outside.MAIN_NUMBER).status()).isLessThan(300);
            await().untilAsserted(() ->
                    assertThat(programs.outside().received(PERSON)).contains("Your table is ready."));
        } finally {
            assertThat(TollfreeVerification.deleter(verification).delete(console))
                    .isTrue();
            becomes(Outside.MAIN_NUMBER, "none");
        }
    }

    @Test
    void a_local_number_may_text_when_the_campaign_of_its_service_may() {
        String number = company.extension("101").get("number").asString();
        becomes(number, "none");
        Service service = Service.creator("Harbor Dental")
                .setUseInboundWebhookOnNumber(true)
                .create(console);
        try {
            PhoneNumber.creator(service.getSid(), carrierId(number)).create(console);
            String campaign = campaign(service.getSid());
            becomes(number, "approved");

            decide(campaign, Map.of("status", "SUSPENDED"));
            becomes(number, "suspended");
            assertThat(text(number).code()).isEqualTo("sender_not_registered");
        } finally {
            assertThat(Service.deleter(service.getSid()).delete(console)).isTrue();
            becomes(number, "none");
        }
    }

    @Test
    void an_address_for_emergency_calls_is_seen_once_the_registry_has_it() {
        String number = company.extension("102").get("number").asString();
        addressBecomes(number, "none");
        String address = Address.creator("Harbor Dental", "220 Bayview Landing", "San Francisco", "CA", "94105", "US")
                .setEmergencyEnabled(true)
                .create(console)
                .getSid();
        IncomingPhoneNumber.updater(carrierId(number))
                .setEmergencyAddressSid(address)
                .update(console);
        try {
            addressBecomes(number, "registered");
            assertThat(company.get("/api/settings/compliance")
                            .body()
                            .get("numbers")
                            .valueStream()
                            .filter(each -> each.get("number").asString().equals(number))
                            .map(each -> each.get("kind").asString() + " "
                                    + each.get("emergencyAddress").asString()))
                    .containsExactly("local registered");
        } finally {
            IncomingPhoneNumber.updater(carrierId(number))
                    .setEmergencyAddressSid("")
                    .update(console);
            addressBecomes(number, "none");
        }
    }

    @Test
    void a_number_that_somebody_points_elsewhere_at_the_carrier_is_set_right_by_the_daily_look() {
        String number = company.extension("103").get("number").asString();
        String ours = voiceUrl(number);
        IncomingPhoneNumber.updater(carrierId(number))
                .setVoiceUrl("https://elsewhere.example/voice")
                .update(console);
        assertThat(voiceUrl(number)).isEqualTo("https://elsewhere.example/voice");

        programs.bean(Jobs.class).soon("numbers.drift", "all");

        await().until(() -> voiceUrl(number).equals(ours));
        await().until(() -> listed(number).at("/provisioning/state").asString().equals("ready"));
    }

    private String voiceUrl(String number) {
        return String.valueOf(
                IncomingPhoneNumber.fetcher(carrierId(number)).fetch(console).getVoiceUrl());
    }

    /** The registry takes its time, so the carrier is asked until it has it. */
    private void addressBecomes(String number, String status) {
        await().until(() -> {
            company.post("/api/numbers/registrations/check", Map.of());
            return listed(number).get("emergencyAddress").asString("").equals(status);
        });
    }

    private String handIn(String number) {
        return TollfreeVerification.creator(
                        "Harbor Dental",
                        "https://harbordental.example",
                        "dana@harbordental.example",
                        List.of(UseCaseCategories.CUSTOMER_CARE),
                        "Answers to patients",
                        "Your table is ready.",
                        List.of("https://harbordental.example/opt-in.png"),
                        OptInType.WEB_FORM,
                        "1,000",
                        carrierId(number))
                .create(console)
                .getSid();
    }

    private String campaign(String service) {
        String brand = BrandRegistration.creator("BU" + "0".repeat(32), "BU" + "1".repeat(32))
                .setMock(true)
                .create(console)
                .getSid();
        return UsAppToPerson.creator(
                        service,
                        brand,
                        "Answers to patients of Harbor Dental who wrote first",
                        "Patients write first, or agree on paper at the front desk",
                        List.of("Your appointment is confirmed.", "We are open until 5 PM today."),
                        "CUSTOMER_CARE",
                        false,
                        false)
                .create(console)
                .getSid();
    }

    private String carrierId(String number) {
        return programs.carrier().state().number(number).orElseThrow().sid();
    }

    private void decide(String sid, Map<String, String> decision) {
        programs.outside().control("PUT", "/sandbox/registrations/" + sid, decision);
    }

    private void becomes(String number, String status) {
        assertThat(company.post("/api/numbers/registrations/check", Map.of()).status())
                .isEqualTo(202);
        await().untilAsserted(() -> assertThat(
                        listed(number).at("/registration/status").asString(""))
                .isEqualTo(status));
    }

    private Company.Reply text(String from) {
        return company.post("/api/sms/send", Map.of("to", PERSON, "from", from, "message", "Your table is ready."));
    }

    private JsonNode listed(String number) {
        return company.get("/api/numbers")
                .body()
                .get("items")
                .valueStream()
                .filter(item -> item.get("number").asString("").equals(number))
                .findFirst()
                .orElseThrow();
    }
}
