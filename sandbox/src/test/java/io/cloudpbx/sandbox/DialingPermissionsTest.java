package io.cloudpbx.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudpbx.sandbox.client.Rest;
import io.cloudpbx.sandbox.state.Account;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Which countries an account may call: 21215 at the REST API, 13227 in a document. */
class DialingPermissionsTest {
    private static final String COUNTRIES = "/sandbox/accounts/" + Account.BUSINESS_SID + "/dialing-countries";
    private static final String LIST = "/voice/v1/DialingPermissions/Countries";
    private static final String MEXICAN = "+525555550142";

    private final Sandbox sandbox = Sandbox.start(SandboxSettings.inMemory(20));
    private final Rest business = Rest.as(sandbox.baseUrl(), Account.BUSINESS_SID);

    @BeforeEach
    void a_number() {
        business.post("IncomingPhoneNumbers.json", "PhoneNumber", "+14155550105");
    }

    @AfterEach
    void stop() {
        sandbox.close();
    }

    private Rest.Reply allow(String path, String countries) {
        return Rest.send(business.request(path).PUT(BodyPublishers.ofString("{\"countries\":" + countries + "}")));
    }

    private Rest.Reply calls(String to) {
        return business.post("Calls.json", "From", "+14155550105", "To", to, "Twiml", "<Response><Hangup/></Response>");
    }

    private List<String> listed(String query) {
        return business.get(LIST + query)
                .json()
                .get("content")
                .valueStream()
                .map(country -> country.get("iso_code").asString())
                .toList();
    }

    @Test
    void all_countries_may_be_called_until_something_else_is_said() {
        assertThat(listed("?LowRiskNumbersEnabled=true&PageSize=100")).contains("US", "CA", "MX", "GB");
        assertThat(listed("?LowRiskNumbersEnabled=false&PageSize=100")).isEmpty();
        assertThat(calls(MEXICAN).status()).isEqualTo(201);
    }

    @Test
    void a_country_that_is_not_allowed_is_listed_so_and_refused() {
        assertThat(allow(COUNTRIES, "[\"US\",\"CA\"]").status()).isEqualTo(200);

        assertThat(listed("?LowRiskNumbersEnabled=true&PageSize=100")).containsExactlyInAnyOrder("US", "CA");
        assertThat(listed("?IsoCode=MX")).containsExactly("MX");
        JsonNode mexico = business.get(LIST + "/MX").json();
        assertThat(mexico.get("low_risk_numbers_enabled").asBoolean()).isFalse();
        assertThat(mexico.get("country_codes").get(0).asString()).isEqualTo("+52");
        assertThat(mexico.get("url").asString())
                .isEqualTo("https://voice.twilio.com/v1/DialingPermissions/Countries/MX");
        Rest.Reply refused = calls(MEXICAN);
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.code()).isEqualTo(21215);
        assertThat(calls("+14155550191").status()).isEqualTo(201);

        assertThat(business.delete(COUNTRIES).status()).isEqualTo(204);
        assertThat(calls(MEXICAN).status()).isEqualTo(201);
    }

    @Test
    void what_means_nothing_is_refused() {
        assertThat(allow(COUNTRIES, "[\"US\",\"ZZ\"]").json().path("field").asString(""))
                .isEqualTo("countries");
        assertThat(allow("/sandbox/accounts/me/dialing-countries", "[]").status())
                .isEqualTo(404);
        assertThat(business.get(LIST + "/ZZ").status()).isEqualTo(404);
    }
}
