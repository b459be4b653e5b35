package io.cloudpbx.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudpbx.sandbox.client.Rest;
import io.cloudpbx.sandbox.state.Account;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** 10004 at the REST API ({@code twilio.md} section 14). */
class CallLimitControlTest {
    private static final String BUSINESS = "/sandbox/accounts/" + Account.BUSINESS_SID + "/call-limit";

    private final Sandbox sandbox = Sandbox.start(SandboxSettings.inMemory(20));
    private final Rest business = Rest.as(sandbox.baseUrl(), Account.BUSINESS_SID);

    @AfterEach
    void stop() {
        sandbox.close();
    }

    private Rest.Reply limit(String path, int calls) {
        return Rest.send(business.request(path).PUT(BodyPublishers.ofString("{\"callsAtOnce\":" + calls + "}")));
    }

    private Rest.Reply calls() {
        return business.post(
                "Calls.json", "From", "+14155550105", "To", "+14155550191", "Twiml", "<Response><Hangup/></Response>");
    }

    @Test
    void an_account_that_has_as_many_calls_as_it_may_is_refused_until_the_limit_is_lifted() {
        business.post("IncomingPhoneNumbers.json", "PhoneNumber", "+14155550105");
        assertThat(limit(BUSINESS, 0).status()).isEqualTo(200);

        Rest.Reply refused = calls();
        assertThat(business.delete(BUSINESS).status()).isEqualTo(204);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.code()).isEqualTo(10004);
        assertThat(calls().status()).isEqualTo(201);
    }

    @Test
    void a_limit_that_means_nothing_is_refused() {
        assertThat(limit(BUSINESS, -1).json().path("field").asString("")).isEqualTo("callsAtOnce");
        assertThat(limit("/sandbox/accounts/me/call-limit", 1).status()).isEqualTo(404);
    }
}
