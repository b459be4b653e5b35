package io.cloudpbx.sandbox.message;

import static io.cloudpbx.sandbox.client.CustomerServer.twiml;
import static io.cloudpbx.sandbox.message.Carrier.HANDSET;
import static io.cloudpbx.sandbox.message.Carrier.SENDER;
import static org.assertj.core.api.Assertions.assertThat;

import io.cloudpbx.sandbox.client.Rest;
import io.cloudpbx.sandbox.message.Text.Status;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The controls of handsets and senders. */
class TextRoutesTest {
    private final Carrier carrier = new Carrier();

    @BeforeEach
    void buy() {
        carrier.customer.on("/sms", twiml("<Response/>"));
        carrier.buys(SENDER, "SmsUrl", carrier.customer.url("/sms"));
    }

    @AfterEach
    void stop() {
        carrier.close();
    }

    private Rest.Reply control(String method, String path, String json) {
        return Rest.send(HttpRequest.newBuilder(URI.create(carrier.sandbox.baseUrl() + "/sandbox/" + path))
                .method(method, json.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(json)));
    }

    private String texting(String number) {
        return "handsets/" + number + "/texting";
    }

    @Test
    void a_person_texts_and_reads_on_his_handset() {
        Rest.Reply sent = control(
                "POST", "handsets/" + HANDSET + "/texts", "{\"to\":\"" + SENDER + "\",\"body\":\"Open today?\"}");
        assertThat(sent.status()).isEqualTo(201);
        assertThat(carrier.asked("/sms", 1).getFirst().form()).containsEntry("Body", "Open today?");
        carrier.awaitStatus(carrier.text(SENDER, HANDSET, "Until six.").text("sid"), Status.DELIVERED);

        var texts = control("GET", "handsets/" + HANDSET + "/texts", "").json().path("texts");

        assertThat(texts.size()).isEqualTo(2);
        var first = texts.path(0);
        assertThat(first.path("sid").asString()).isEqualTo(sent.text("sid"));
        assertThat(first.path("direction").asString()).isEqualTo("out");
        assertThat(first.path("origin").asString()).isEqualTo("handset");
        var second = texts.path(1);
        assertThat(second.path("direction").asString()).isEqualTo("in");
        assertThat(second.path("origin").asString()).isEqualTo("customer");
        assertThat(second.path("body").asString()).isEqualTo("Until six.");
        assertThat(second.path("segments").asInt()).isEqualTo(1);
        assertThat(second.path("media").isArray()).isTrue();
        assertThat(second.path("at").asString()).endsWith("Z");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "POST | handsets/+12025550123/texts    | {\"to\":\"12\",\"body\":\"x\"}           | to",
                "POST | handsets/+12025550123/texts    | {\"to\":\"+14155550101\",\"body\":\"\"}  | body",
                "PUT  | handsets/+12025550123/texting  | {\"behaviour\":\"deliver\",\"afterSeconds\":-1} | afterSeconds",
                "PUT  | handsets/+12025550123/texting  | {\"behaviour\":\"fail\",\"errorCode\":30003} | errorCode",
                "PUT  | handsets/12/texting            | {\"behaviour\":\"deliver\"}              | number",
                "PUT  | senders/+14155550101           | {\"segmentsPerSecond\":0}                | segmentsPerSecond",
                "PUT  | senders/+14155550101           | {\"queueSeconds\":36001}                 | queueSeconds",
                "PUT  | senders/+14155550101           | {\"speed\":1}                            | speed",
            })
    void what_makes_no_sense_is_refused_with_the_fields_name(String method, String path, String json, String field) {
        Rest.Reply reply = control(method, path, json);

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.text("field")).isEqualTo(field);
    }

    @Test
    void a_customers_number_is_no_handset() {
        assertThat(control("POST", "handsets/" + SENDER + "/texts", "{\"to\":\"" + HANDSET + "\",\"body\":\"x\"}")
                        .status())
                .isEqualTo(409);
    }

    @Test
    void a_handset_is_taught_and_forgets() {
        assertThat(control("PUT", texting(HANDSET), "{\"behaviour\":\"late-receipt\"}")
                        .status())
                .isEqualTo(400);
        assertThat(control("PUT", texting(HANDSET), "{\"behaviour\":\"landline\",\"known\":true}")
                        .status())
                .isEqualTo(200);
        assertThat(control("GET", texting(HANDSET), "").text("behaviour")).isEqualTo("landline");
        assertThat(carrier.text(SENDER, HANDSET, "x").code()).isEqualTo(21614);

        assertThat(control("DELETE", texting(HANDSET), "").status()).isEqualTo(204);
        assertThat(control("GET", texting(HANDSET), "").text("behaviour")).isEqualTo("deliver");
        assertThat(carrier.text(SENDER, HANDSET, "x").status()).isEqualTo(201);
    }

    @Test
    void messages_are_shown_newest_first_with_their_history() {
        carrier.awaitStatus(carrier.text(SENDER, HANDSET, "one").text("sid"), Status.DELIVERED);
        carrier.text(SENDER, HANDSET, "two");

        var messages = control("GET", "messages?limit=2", "").json().path("messages");

        assertThat(messages.path(0).path("body").asString()).isEqualTo("two");
        assertThat(messages.path(1).path("history").size()).isEqualTo(3);
        assertThat(messages.path(1).path("history").path(2).path("status").asString())
                .isEqualTo("delivered");
        assertThat(control("GET", "messages?limit=x", "").text("field")).isEqualTo("limit");
    }

    @Test
    void opt_outs_are_listed() {
        carrier.textIn(HANDSET, SENDER, "STOP");
        carrier.asked("/sms", 1);

        var optOut = control("GET", "opt-outs", "").json().path("optOuts").path(0);

        assertThat(optOut.path("scope").asString()).isEqualTo(SENDER);
        assertThat(optOut.path("recipient").asString()).isEqualTo(HANDSET);
    }

    @Test
    void advanced_opt_out_is_set_up_and_given_up() {
        String path = "services/" + carrier.service(SENDER) + "/opt-out";
        assertThat(control("GET", path, "").status()).isEqualTo(404);

        assertThat(control("PUT", path, "{\"stopWords\":[\"BASTA\"],\"stopReply\":\"Ciao!\"}")
                        .status())
                .isEqualTo(200);
        assertThat(control("GET", path, "").text("stopReply")).isEqualTo("Ciao!");
        assertThat(control("DELETE", path, "").status()).isEqualTo(204);
        assertThat(control("PUT", "services/MG1/opt-out", "{}").status()).isEqualTo(404);
    }

    @Test
    void an_account_gets_a_quota_and_loses_it() {
        String path = "accounts/" + carrier.business().accountSid() + "/text-quota";
        assertThat(control("PUT", path, "{\"textsPerDay\":0}").status()).isEqualTo(200);
        assertThat(carrier.text(SENDER, HANDSET, "x").code()).isEqualTo(63038);

        assertThat(control("DELETE", path, "").status()).isEqualTo(204);
        assertThat(carrier.text(SENDER, HANDSET, "x").status()).isEqualTo(201);
    }
}
