package io.cloudpbx.sandbox.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.twilio.exception.ApiException;
import com.twilio.http.TwilioRestClient;
import com.twilio.rest.api.v2010.account.IncomingPhoneNumber;
import com.twilio.rest.messaging.v1.Service;
import com.twilio.rest.messaging.v1.service.PhoneNumber;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code twilio.md} sections 11, 12, 14 and E10: messaging.twilio.com/v1/Services. */
class MessagingServicesResourceTest extends RestTest {

    @Test
    void the_official_client_makes_changes_and_deletes_a_service() {
        TwilioRestClient client = businessClient();
        Service made = Service.creator("Appointments")
                .setInboundRequestUrl(URI.create("http://127.0.0.1:9/sms"))
                .setValidityPeriod(600)
                .create(client);
        assertThat(made.getSid()).matches("MG[0-9a-f]{32}");
        assertThat(made.getStickySender()).isTrue();
        assertThat(made.getUsecase()).isEqualTo("undeclared");
        assertThat(made.getValidityPeriod()).isEqualTo(600);
        assertThat(made.getDateCreated()).isNotNull();

        Service changed = Service.updater(made.getSid())
                .setUseInboundWebhookOnNumber(true)
                .setStickySender(false)
                .update(client);
        assertThat(changed.getUseInboundWebhookOnNumber()).isTrue();
        assertThat(changed.getStickySender()).isFalse();
        assertThat(changed.getInboundRequestUrl()).hasToString("http://127.0.0.1:9/sms");
        assertThat(Service.fetcher(made.getSid()).fetch(client).getFriendlyName())
                .isEqualTo("Appointments");

        assertThat(Service.deleter(made.getSid()).delete(client)).isTrue();
        assertThatThrownBy(() -> Service.fetcher(made.getSid()).fetch(client))
                .isInstanceOfSatisfying(
                        ApiException.class,
                        refused -> assertThat(refused.getCode()).isEqualTo(20404));
    }

    @Test
    void pages_are_linked_with_addresses_of_twilio_itself() {
        for (int i = 0; i < 5; i++) {
            Service.creator("Service " + i).create(businessClient());
        }

        assertThat(Service.reader().setPageSize(2L).read(businessClient()))
                .extracting(Service::getSid)
                .hasSize(5)
                .doesNotHaveDuplicates();
        var meta = business().get("/messaging/v1/Services?PageSize=2").json().path("meta");
        assertThat(meta.path("next_page_url").asString())
                .startsWith("https://messaging.twilio.com/v1/Services?PageSize=2&Page=1&PageToken=PA");
        assertThat(meta.path("previous_page_url").isNull()).isTrue();
        assertThat(meta.path("key").asString()).isEqualTo("services");
    }

    @Test
    void a_number_joins_one_pool_only_and_leaves_it() {
        TwilioRestClient client = businessClient();
        String number = bought("+14155550101");
        String one = Service.creator("One").create(client).getSid();
        String other = Service.creator("Other").create(client).getSid();

        PhoneNumber joined = PhoneNumber.creator(one, number).create(client);
        assertThat(joined.getPhoneNumber()).hasToString("+14155550101");
        assertThat(joined.getCapabilities()).contains("SMS", "MMS");
        assertThat(PhoneNumber.reader(one).read(client)).hasSize(1);

        // twilio.md section 14: already in it 21710, elsewhere 21712, both 409.
        assertThatThrownBy(() -> PhoneNumber.creator(one, number).create(client))
                .isInstanceOfSatisfying(ApiException.class, refused -> {
                    assertThat(refused.getCode()).isEqualTo(21710);
                    assertThat(refused.getStatusCode()).isEqualTo(409);
                });
        assertThatThrownBy(() -> PhoneNumber.creator(other, number).create(client))
                .isInstanceOfSatisfying(ApiException.class, refused -> {
                    assertThat(refused.getCode()).isEqualTo(21712);
                    assertThat(refused.getStatusCode()).isEqualTo(409);
                });

        assertThat(PhoneNumber.deleter(one, number).delete(client)).isTrue();
        assertThat(PhoneNumber.creator(other, number).create(client).getServiceSid())
                .isEqualTo(other);
    }

    @Test
    void a_pool_holds_400_numbers_and_not_one_more() {
        String service = business().post("/v1/Services", "FriendlyName", "Big").text("sid");
        String pool = "/v1/Services/" + service + "/PhoneNumbers";
        for (int i = 0; i < 400; i++) {
            state().messagingServices()
                    .add(new io.cloudpbx.sandbox.state.PoolMember(
                            "PN%032x".formatted(i), service, java.time.Instant.EPOCH));
        }

        assertThat(business()
                        .post(pool, "PhoneNumberSid", bought("+14155550101"))
                        .code())
                .isEqualTo(21714);
    }

    @ParameterizedTest
    @CsvSource({
        "FriendlyName,     '',       20001",
        "ValidityPeriod,   0,        20001",
        "ValidityPeriod,   36001,    20001",
        "StickySender,     perhaps,  20001",
        "InboundMethod,    PUT,      21403",
        "InboundRequestUrl,no url,   20001",
        "Usecase,          spam,     20001",
    })
    void a_bad_setting_is_refused(String name, String value, int code) {
        var reply = name.equals("FriendlyName")
                ? business().post("/v1/Services", name, value)
                : business().post("/v1/Services", "FriendlyName", "Service", name, value);

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.code()).isEqualTo(code);
        assertThat(state().messagingServices().all()).isEmpty();
    }

    @Test
    void only_own_numbers_join_a_pool_and_only_own_services_are_seen() {
        String service = business().post("/v1/Services", "FriendlyName", "Ours").text("sid");
        outside().post("IncomingPhoneNumbers.json", "PhoneNumber", "+14155550103");
        String foreign = state().number("+14155550103").orElseThrow().sid();

        assertThat(business()
                        .post("/v1/Services/" + service + "/PhoneNumbers", "PhoneNumberSid", foreign)
                        .code())
                .isEqualTo(21421);
        assertThat(outside().get("/v1/Services/" + service).status()).isEqualTo(404);
        assertThat(outside().get("/v1/Services").json().path("services").size()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/Services", "/messaging/v1/Services"})
    void one_port_serves_the_host_as_a_path_or_bare_and_asks_for_credentials(String path) {
        assertThat(business().get(path).status()).isEqualTo(200);
        assertThat(new io.cloudpbx.sandbox.client.Rest(baseUrl(), "AC1", "wrong")
                        .get(path)
                        .code())
                .isEqualTo(20003);
    }

    @ParameterizedTest
    @CsvSource({"messaging.twilio.com, 200", "verify.twilio.com, 404", "lookups.twilio.com, 404", "api.twilio.com, 404"
    })
    void what_was_meant_for_another_host_does_not_succeed_here(String host, int status) {
        var reply = io.cloudpbx.sandbox.client.Rest.send(
                business().request("/v1/Services").header("X-Twilio-Host", host).GET());

        assertThat(reply.status()).isEqualTo(status);
    }

    private String bought(String number) {
        return IncomingPhoneNumber.creator(new com.twilio.type.PhoneNumber(number))
                .create(businessClient())
                .getSid();
    }
}
