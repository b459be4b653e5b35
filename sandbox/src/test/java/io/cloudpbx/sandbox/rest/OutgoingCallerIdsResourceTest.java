package io.cloudpbx.sandbox.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.twilio.http.TwilioRestClient;
import com.twilio.rest.api.v2010.account.OutgoingCallerId;
import com.twilio.rest.api.v2010.account.ValidationRequest;
import com.twilio.type.PhoneNumber;
import io.cloudpbx.sandbox.call.CallOrder.StatusCallback;
import io.cloudpbx.sandbox.call.ValidationOrder;
import io.cloudpbx.sandbox.client.Rest;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code OutgoingCallerIds} ({@code twilio.md} sections 11, 12 and 14). */
class OutgoingCallerIdsResourceTest extends RestTest {
    private static final String MOBILE = "+14155550191";

    private OutgoingCallerId verified() {
        TwilioRestClient client = businessClient();
        ValidationRequest request =
                ValidationRequest.creator(new PhoneNumber(MOBILE)).create(client);
        placed().enterCode(request.getCallSid());
        return OutgoingCallerId.reader()
                .setPhoneNumber(new PhoneNumber(MOBILE))
                .read(client)
                .iterator()
                .next();
    }

    @Test
    void asking_answers_200_with_the_code_and_begins_a_call() {
        Rest.Reply reply = business()
                .post(
                        "OutgoingCallerIds.json",
                        "PhoneNumber",
                        MOBILE,
                        "FriendlyName",
                        "Ruth",
                        "CallDelay",
                        "7",
                        "Extension",
                        "ww12",
                        "StatusCallback",
                        "http://127.0.0.1:9/verified");

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.text("validation_code")).matches("\\d{6}");
        assertThat(reply.text("call_sid")).matches("CA[0-9a-f]{32}");
        assertThat(placed().validations)
                .containsExactly(new ValidationOrder(
                        MOBILE,
                        "Ruth",
                        reply.text("validation_code"),
                        Duration.ofSeconds(7),
                        "ww12",
                        new StatusCallback("http://127.0.0.1:9/verified", "POST", Set.of("completed"))));
        assertThat(state().callerIds().all()).isEmpty();
    }

    @Test
    void the_official_client_asks_renames_lists_and_deletes() {
        TwilioRestClient client = businessClient();
        OutgoingCallerId callerId = verified();
        assertThat(callerId.getSid()).matches("PN[0-9a-f]{32}");
        assertThat(callerId.getFriendlyName()).isEqualTo("(415) 555-0191");

        assertThat(OutgoingCallerId.updater(callerId.getSid())
                        .setFriendlyName("Ruth")
                        .update(client)
                        .getFriendlyName())
                .isEqualTo("Ruth");
        assertThat(OutgoingCallerId.reader().setFriendlyName("Ruth").read(client))
                .hasSize(1);
        assertThat(OutgoingCallerId.reader().setFriendlyName("Paul").read(client))
                .isEmpty();
        assertThat(outside()
                        .get("OutgoingCallerIds/" + callerId.getSid() + ".json")
                        .code())
                .isEqualTo(20404);
        assertThat(OutgoingCallerId.deleter(callerId.getSid()).delete(client)).isTrue();
        assertThat(OutgoingCallerId.reader().read(client)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "PhoneNumber,    ,             20001",
        "PhoneNumber,    reception,    21401",
        "PhoneNumber,    +15005550001, 21217",
        "CallDelay,      61,           20001",
        "Extension,      reception,    20001",
        "StatusCallback, /relative,    21609",
    })
    void a_bad_parameter_is_refused_and_nobody_is_called(String name, String value, int code) {
        Rest.Reply reply = name.equals("PhoneNumber")
                ? business().post("OutgoingCallerIds.json", name, value == null ? "" : value)
                : business().post("OutgoingCallerIds.json", "PhoneNumber", MOBILE, name, value);

        assertThat(reply.code()).isEqualTo(code);
        assertThat(placed().validations).isEmpty();
    }

    @Test
    void a_verified_number_is_not_verified_again_21450() {
        verified();

        assertThat(business()
                        .post("OutgoingCallerIds.json", "PhoneNumber", MOBILE)
                        .code())
                .isEqualTo(21450);
    }

    @Test
    void calls_may_come_from_a_number_as_long_as_it_is_verified_21210() {
        String[] call = {"To", "+12025550123", "From", MOBILE, "Twiml", "<Response/>"};
        assertThat(business().post("Calls.json", call).code()).isEqualTo(21210);

        OutgoingCallerId callerId = verified();
        assertThat(business().post("Calls.json", call).status()).isEqualTo(201);
        // It is for calls only.
        assertThat(business()
                        .post("Messages.json", "To", "+12025550123", "From", MOBILE, "Body", "Hello")
                        .code())
                .isEqualTo(21606);

        business().delete("OutgoingCallerIds/" + callerId.getSid() + ".json");
        assertThat(business().post("Calls.json", call).code()).isEqualTo(21210);
    }
}
