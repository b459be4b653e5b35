package io.cloudpbx.sandbox.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.twilio.exception.ApiException;
import com.twilio.http.TwilioRestClient;
import com.twilio.rest.messaging.v1.BrandRegistration;
import com.twilio.rest.messaging.v1.Service;
import com.twilio.rest.messaging.v1.TollfreeVerification;
import com.twilio.rest.messaging.v1.service.PhoneNumber;
import com.twilio.rest.messaging.v1.service.UsAppToPerson;
import io.cloudpbx.sandbox.state.SenderRegistration.Status;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code twilio.md} sections 12 and 15: who may text Americans, and what the reviewers decide. */
class RegistrationsTest extends RestTest {
    private static final String TOLL_FREE = "+18885550101";
    private static final String LONG_CODE = "+14155550101";

    @Test
    void a_verification_goes_from_pending_over_rejected_and_edited_to_approved() {
        TwilioRestClient client = businessClient();
        TollfreeVerification sent = verification(client);
        assertThat(sent.getSid()).matches("HH[0-9a-f]{32}");
        assertThat(sent.getStatus()).isEqualTo(TollfreeVerification.Status.PENDING_REVIEW);
        assertThat(sent.getUseCaseCategories()).containsExactly(TollfreeVerification.UseCaseCategories.CUSTOMER_CARE);
        assertThat(sent.getTollfreePhoneNumber()).hasToString(TOLL_FREE);
        assertThat(state().senderRegistrations().of(TOLL_FREE).refusal()).hasValue(30032);

        decide("/sandbox/registrations/" + sent.getSid(), "{\"status\":\"TWILIO_REJECTED\",\"reason\":\"No opt-in\"}");
        TollfreeVerification rejected =
                TollfreeVerification.fetcher(sent.getSid()).fetch(client);
        assertThat(rejected.getRejectionReason()).isEqualTo("No opt-in");
        assertThat(rejected.getEditAllowed()).isTrue();
        assertThat(rejected.getEditExpiration()).isNotNull();
        assertThat(state().senderRegistrations().of(TOLL_FREE).refusal()).hasValue(30032);

        // Section 12: update answers 202.
        var edited = business().post("/messaging/v1/Tollfree/Verifications/" + sent.getSid(), "OptInType", "WEB_FORM");
        assertThat(edited.status()).isEqualTo(202);
        assertThat(edited.text("status")).isEqualTo("PENDING_REVIEW");
        assertThat(edited.text("opt_in_type")).isEqualTo("WEB_FORM");
        assertThat(edited.text("business_name")).isEqualTo("Harbor Dental");

        decide("/sandbox/registrations/" + sent.getSid(), "{\"status\":\"TWILIO_APPROVED\"}");
        assertThat(state().senderRegistrations().of(TOLL_FREE).refusal()).isEmpty();
        assertThat(TollfreeVerification.reader()
                        .setStatus(TollfreeVerification.Status.TWILIO_APPROVED)
                        .read(client))
                .hasSize(1);
        assertThat(business()
                        .post("/v1/Tollfree/Verifications/" + sent.getSid(), "OptInType", "VERBAL")
                        .status())
                .isEqualTo(400);
        assertThat(TollfreeVerification.deleter(sent.getSid()).delete(client)).isTrue();
    }

    @Test
    void a_verification_needs_a_toll_free_number_of_ones_own_and_every_detail() {
        businessOwns(LONG_CODE);
        String longCode = state().number(LONG_CODE).orElseThrow().sid();

        assertThat(business()
                        .post("/v1/Tollfree/Verifications", "TollfreePhoneNumberSid", longCode)
                        .code())
                .isEqualTo(20001);
        businessOwns(TOLL_FREE);
        assertThat(business()
                        .post(
                                "/v1/Tollfree/Verifications",
                                "TollfreePhoneNumberSid",
                                state().number(TOLL_FREE).orElseThrow().sid())
                        .text("message"))
                .contains("BusinessName");
    }

    @Test
    void a_released_number_takes_its_verification_along() {
        TollfreeVerification sent = verification(businessClient());

        business().delete("IncomingPhoneNumbers/" + sent.getTollfreePhoneNumberSid() + ".json");

        assertThat(state().senderRegistrations().of(TOLL_FREE).refusal()).isEmpty();
        assertThat(business().get("/v1/Tollfree/Verifications/" + sent.getSid()).status())
                .isEqualTo(404);
    }

    @Test
    void a_mock_brand_and_its_campaign_are_approved_at_once() {
        TwilioRestClient client = businessClient();
        BrandRegistration brand =
                BrandRegistration.creator("BU1", "BU2").setMock(true).create(client);
        assertThat(brand.getSid()).matches("BN[0-9a-f]{32}");
        assertThat(brand.getStatus()).isEqualTo(BrandRegistration.Status.APPROVED);
        assertThat(brand.getMock()).isTrue();
        assertThat(BrandRegistration.reader().read(client)).hasSize(1);

        String service = Service.creator("Reminders").create(client).getSid();
        UsAppToPerson campaign = campaign(client, service, brand.getSid());

        assertThat(campaign.getSid()).matches("QE[0-9a-f]{32}");
        assertThat(campaign.getCampaignStatus()).isEqualTo("VERIFIED");
        assertThat(campaign.getMessageSamples()).containsExactly("Your visit is at 9.", "See you at 10.");
        assertThat(campaign.getHasEmbeddedPhone()).isFalse();
        assertThat(UsAppToPerson.reader(service).read(client)).hasSize(1);
        assertThat(Service.fetcher(service).fetch(client).getUsAppToPersonRegistered())
                .isTrue();
        assertThat(UsAppToPerson.deleter(service, campaign.getSid()).delete(client))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "PENDING,     IN_REVIEW",
        "IN_PROGRESS, IN_REVIEW",
        "VERIFIED,    REGISTERED",
        "FAILED,      UNREGISTERED",
        "SUSPENDED,   REFUSED",
    })
    void the_campaign_of_its_service_decides_over_a_long_code(String campaignStatus, Status sender) {
        TwilioRestClient client = businessClient();
        String brand = BrandRegistration.creator("BU1", "BU2").create(client).getSid();
        decide("/sandbox/registrations/" + brand, "{\"status\":\"APPROVED\"}");
        String service = Service.creator("Reminders").create(client).getSid();
        String campaign = campaign(client, service, brand).getSid();
        businessOwns(LONG_CODE);
        assertThat(state().senderRegistrations().of(LONG_CODE).status()).isEqualTo(Status.REGISTERED);
        PhoneNumber.creator(service, state().number(LONG_CODE).orElseThrow().sid())
                .create(client);

        decide("/sandbox/registrations/" + campaign, "{\"status\":\"" + campaignStatus + "\"}");

        assertThat(state().senderRegistrations().of(LONG_CODE).status()).isEqualTo(sender);
    }

    @Test
    void a_brand_that_is_not_approved_has_no_campaigns_and_a_service_has_one_at_most() {
        TwilioRestClient client = businessClient();
        String service = Service.creator("Reminders").create(client).getSid();
        String pending = BrandRegistration.creator("BU1", "BU2").create(client).getSid();
        String mock = BrandRegistration.creator("BU1", "BU2")
                .setMock(true)
                .create(client)
                .getSid();

        assertThatThrownBy(() -> campaign(client, service, pending))
                .isInstanceOfSatisfying(
                        ApiException.class,
                        refused -> assertThat(refused.getCode()).isEqualTo(20001));
        campaign(client, service, mock);
        assertThatThrownBy(() -> campaign(client, service, mock))
                .isInstanceOfSatisfying(
                        ApiException.class,
                        refused -> assertThat(refused.getStatusCode()).isEqualTo(409));
    }

    @Test
    void a_test_sets_and_unsets_what_networks_think_of_a_number() {
        var set = decide("/sandbox/senders/" + LONG_CODE + "/registration", "{\"status\":\"UNREGISTERED\"}");
        assertThat(set.status()).isEqualTo(200);
        assertThat(set.json().path("errorCode").asInt()).isEqualTo(30034);

        assertThat(business()
                        .delete("/sandbox/senders/" + LONG_CODE + "/registration")
                        .status())
                .isEqualTo(204);
        assertThat(business()
                        .get("/sandbox/senders/" + LONG_CODE + "/registration")
                        .text("status"))
                .isEqualTo("REGISTERED");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/sandbox/senders/+14155550101/registration | {\"status\":\"FINE\"}     | 400",
                "/sandbox/senders/5550101/registration      | {\"status\":\"IN_REVIEW\"} | 400",
                "/sandbox/senders/+14155550101/registration | no json                  | 400",
                "/sandbox/registrations/HH1    | {\"status\":\"IN_REVIEW\"} | 404",
                "/sandbox/registrations/X      | {\"status\":\"IN_REVIEW\"} | 404",
            })
    void a_decision_that_means_nothing_is_refused(String path, String json, int status) {
        assertThat(decide(path, json).status()).isEqualTo(status);
    }

    private TollfreeVerification verification(TwilioRestClient client) {
        businessOwns(TOLL_FREE);
        return TollfreeVerification.creator(
                        "Harbor Dental",
                        "https://harbor-dental.example",
                        "office@harbor-dental.example",
                        List.of(TollfreeVerification.UseCaseCategories.CUSTOMER_CARE),
                        "Answers to patients",
                        "Your visit is at 9.",
                        List.of("https://harbor-dental.example/form.png"),
                        TollfreeVerification.OptInType.VERBAL,
                        "1,000",
                        state().number(TOLL_FREE).orElseThrow().sid())
                .create(client);
    }

    private static UsAppToPerson campaign(TwilioRestClient client, String service, String brand) {
        return UsAppToPerson.creator(
                        service,
                        brand,
                        "Reminders of visits to patients who asked for them",
                        "Patients tick a box on the form at the front desk",
                        List.of("Your visit is at 9.", "See you at 10."),
                        "CUSTOMER_CARE",
                        false,
                        false)
                .create(client);
    }
}
