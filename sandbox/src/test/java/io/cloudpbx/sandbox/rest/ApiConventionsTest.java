package io.cloudpbx.sandbox.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudpbx.sandbox.client.Rest;
import io.cloudpbx.sandbox.state.Account;
import io.cloudpbx.sandbox.state.Call;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** {@code twilio.md} section 11. */
class ApiConventionsTest extends RestTest {
    @Test
    void without_credentials_the_answer_is_401_and_20003() {
        var reply = Rest.send(HttpRequest.newBuilder(
                URI.create(baseUrl() + "/2010-04-01/Accounts/" + Account.BUSINESS_SID + "/Calls.json")));

        assertThat(reply.status()).isEqualTo(401);
        assertThat(reply.code()).isEqualTo(20003);
        assertThat(reply.text("message")).isEqualTo("Authenticate");
        assertThat(reply.header("WWW-Authenticate")).startsWith("Basic realm=");
    }

    @Test
    void wrong_or_malformed_credentials_are_refused_alike() {
        Rest wrong = new Rest(baseUrl(), Account.BUSINESS_SID, "guess");
        assertThat(wrong.get("Calls.json").code()).isEqualTo(20003);

        var malformed = Rest.send(HttpRequest.newBuilder(URI.create(baseUrl() + "/2010-04-01/Accounts.json"))
                .header("Authorization", "Basic %%%"));
        assertThat(malformed.code()).isEqualTo(20003);
    }

    @Test
    void another_accounts_path_is_not_found() {
        var reply = business().get("/2010-04-01/Accounts/" + Account.OUTSIDE_SID + "/Calls.json");

        assertThat(reply.status()).isEqualTo(404);
        assertThat(reply.code()).isEqualTo(20404);
    }

    @Test
    void another_accounts_call_is_not_found() {
        Call call = saved(Call.Status.COMPLETED, null, null);

        assertThat(outside().get("Calls/" + call.sid() + ".json").status()).isEqualTo(404);
        assertThat(outside().delete("Calls/" + call.sid() + ".json").status()).isEqualTo(404);
    }

    @Test
    void what_is_not_there_is_named_in_the_error_body() {
        var reply = business().get("Calls/CA00000000000000000000000000000000.json");

        assertThat(reply.status()).isEqualTo(404);
        assertThat(reply.text("message"))
                .isEqualTo("The requested resource /2010-04-01/Accounts/" + Account.BUSINESS_SID
                        + "/Calls/CA00000000000000000000000000000000.json was not found");
        assertThat(reply.text("more_info")).isEqualTo("https://www.twilio.com/docs/errors/20404");
        assertThat(reply.json().path("status").asInt()).isEqualTo(404);
    }

    @Test
    void what_is_not_imitated_never_seems_to_succeed() {
        var reply = business().post("SIP/Domains.json", "DomainName", "support.sip.example.com");

        assertThat(reply.status()).isEqualTo(404);
        assertThat(reply.code()).isEqualTo(20404);
    }

    @Test
    void a_wrong_method_is_405_and_20004() {
        var reply = Rest.send(business().request("Calls.json").DELETE());

        assertThat(reply.status()).isEqualTo(405);
        assertThat(reply.code()).isEqualTo(20004);
    }

    @Test
    void a_body_of_more_than_64_kB_is_refused() {
        var reply = business().post("Calls.json", "To", "1".repeat(70_000));

        assertThat(reply.status()).isEqualTo(413);
        assertThat(placed().orders).isEmpty();
    }

    @Test
    void the_account_shows_that_credentials_are_good() {
        var reply = business().get("/2010-04-01/Accounts/" + Account.BUSINESS_SID + ".json");

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.text("sid")).isEqualTo(Account.BUSINESS_SID);
        assertThat(reply.text("status")).isEqualTo("active");
    }

    @Test
    void pages_follow_each_other_by_relative_links_without_losing_or_repeating() {
        Set<String> saved = new HashSet<>();
        for (int i = 0; i < 5; i++) {
            saved.add(saved(Call.Status.COMPLETED, null, null).sid());
        }

        Set<String> seen = new HashSet<>();
        var page = business().get("Calls.json?PageSize=2&Status=completed");
        assertThat(page.text("first_page_uri"))
                .startsWith("/2010-04-01/Accounts/")
                .contains("Status=completed");
        while (true) {
            page.json()
                    .path("calls")
                    .forEach(call ->
                            assertThat(seen.add(call.path("sid").asString())).isTrue());
            if (page.json().path("next_page_uri").isNull()) {
                break;
            }
            saved(Call.Status.COMPLETED, null, null);
            page = business().get(page.text("next_page_uri"));
        }

        assertThat(seen).isEqualTo(saved);
        assertThat(page.json().path("page").asInt()).isEqualTo(2);
    }

    @Test
    void a_page_size_sent_twice_is_tolerated() {
        saved(Call.Status.COMPLETED, null, null);
        saved(Call.Status.COMPLETED, null, null);

        var page = business().get("Calls.json?PageSize=20&PageSize=1");

        assertThat(page.json().path("page_size").asInt()).isEqualTo(1);
        assertThat(page.json().path("calls").size()).isEqualTo(1);
    }

    @Test
    void section_14_a_page_token_that_nobody_gave_out_is_a_bad_parameter() {
        assertThat(business().get("Calls.json?PageToken=junk").code()).isEqualTo(20001);
        assertThat(business().get("Messages.json?PageToken=junk").code()).isEqualTo(20001);
    }

    @Test
    void the_way_back_leads_to_the_same_page() {
        for (int i = 0; i < 5; i++) {
            saved(Call.Status.COMPLETED, null, null);
        }
        var first = business().get("Calls.json?PageSize=2");
        var second = business().get(first.text("next_page_uri"));

        var back = business().get(second.text("previous_page_uri"));

        assertThat(back.json().path("calls")).isEqualTo(first.json().path("calls"));
    }
}
