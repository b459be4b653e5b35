package io.cloudpbx.sandbox.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.twilio.base.ResourceSet;
import com.twilio.rest.api.v2010.account.Message;
import com.twilio.type.PhoneNumber;
import io.cloudpbx.sandbox.client.Rest;
import io.cloudpbx.sandbox.message.Reception;
import java.net.URI;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code Messages} as {@code twilio.md} sections 11, 12, 14 and 19.5 have it. */
class MessagesResourceTest extends RestTest {
    private static final String MESSAGES = "Messages.json";
    private static final String SENDER = "+14155550101";
    private static final String HANDSET = "+12025550123";

    @BeforeEach
    void buy() {
        businessOwns(SENDER);
    }

    private Rest.Reply text(String to, String body) {
        return business().post(MESSAGES, "From", SENDER, "To", to, "Body", body);
    }

    private void awaitStatus(String sid, String status) {
        await().until(() ->
                business().get("Messages/" + sid + ".json").text("status").equals(status));
    }

    @Test
    void section_12_the_201_has_the_documented_shape() {
        Rest.Reply reply = text(HANDSET, "Your table is ready.");

        assertThat(reply.status()).isEqualTo(201);
        assertThat(reply.json().propertyNames())
                .containsExactlyInAnyOrder(
                        "sid",
                        "account_sid",
                        "messaging_service_sid",
                        "from",
                        "to",
                        "body",
                        "status",
                        "direction",
                        "num_segments",
                        "num_media",
                        "error_code",
                        "error_message",
                        "price",
                        "price_unit",
                        "api_version",
                        "date_created",
                        "date_updated",
                        "date_sent",
                        "uri",
                        "subresource_uris");
        assertThat(reply.text("sid")).matches("SM[0-9a-f]{32}");
        assertThat(reply.text("status")).isEqualTo("queued");
        assertThat(reply.text("direction")).isEqualTo("outbound-api");
        assertThat(reply.json().path("num_segments").isString()).isTrue();
        assertThat(reply.text("num_segments")).isEqualTo("1");
        assertThat(reply.json().path("num_media").isString()).isTrue();
        assertThat(reply.json().path("date_sent").isNull()).isTrue();
        assertThat(reply.json().path("price").isNull()).isTrue();
        assertThat(reply.json().path("error_code").isNull()).isTrue();
        assertThat(reply.text("uri"))
                .isEqualTo(
                        "/2010-04-01/Accounts/" + business().accountSid() + "/Messages/" + reply.text("sid") + ".json");
        assertThat(reply.json().path("subresource_uris").path("media").asString())
                .endsWith(reply.text("sid") + "/Media.json");
    }

    @Test
    void section_17_segments_are_counted_after_smart_encoding() {
        String curly = "“" + "a".repeat(100) + "”";

        assertThat(text(HANDSET, curly).text("num_segments")).isEqualTo("2");
        Rest.Reply smart =
                business().post(MESSAGES, "From", SENDER, "To", HANDSET, "Body", curly, "SmartEncoded", "true");
        assertThat(smart.text("num_segments")).isEqualTo("1");
        assertThat(smart.text("body")).isEqualTo("\"" + "a".repeat(100) + "\"");
    }

    @ParameterizedTest
    @CsvSource({
        "To,   , Body, x,                              21604",
        "To, 12, Body, x,                              21211",
        "To, +14155550101, Body, x,                    21211",
        "From, , Body, x,                              21603",
        "From, 99, Body, x,                            21212",
        "From, +14155550102, Body, x,                  21606",
        "From, +12025550199, Body, x,                  21606",
        "Body, '', To, +12025550123,                   21602",
        "MediaUrl, no url, To, +12025550123,           21620",
        "MediaUrl, ftp://127.0.0.1/x, To, +12025550123,21620",
        "StatusCallback, nowhere, Body, x,             21609",
        "ValidityPeriod, 0, Body, x,                   21624",
        "ValidityPeriod, 36001, Body, x,               21624",
        "ContentSid, HX1, Body, x,                     20404",
        "To, whatsapp:+12025550123, Body, x,           20404",
        "ShortenUrls, true, Body, x,                   20404",
        "SendAt, 2030-01-01T00:00:00Z, Body, x,        35118",
    })
    void section_14_a_bad_parameter_is_refused_with_twilios_code(
            String name, String value, String otherName, String other, int code) {
        var form = new java.util.LinkedHashMap<String, String>();
        form.put("To", HANDSET);
        form.put("From", SENDER);
        form.put("Body", "x");
        form.put(otherName, other);
        form.put(name, value == null ? "" : value);

        Rest.Reply reply = business()
                .post(
                        MESSAGES,
                        form.entrySet().stream()
                                .flatMap(e -> java.util.stream.Stream.of(e.getKey(), e.getValue()))
                                .toArray(String[]::new));

        assertThat(reply.code()).isEqualTo(code);
        assertThat(reply.status()).isEqualTo(code == 20404 ? 404 : 400);
        assertThat(reply.text("more_info")).isEqualTo("https://www.twilio.com/docs/errors/" + code);
        assertThat(business().get(MESSAGES).json().path("messages").size()).isZero();
    }

    @Test
    void section_12_a_body_has_1600_characters_and_not_one_more() {
        assertThat(text(HANDSET, "😀".repeat(1_600)).status()).isEqualTo(201);
        assertThat(text(HANDSET, "a".repeat(1_601)).code()).isEqualTo(21617);
    }

    @Test
    void section_18_at_most_ten_media() {
        String[] form = new String[2 * 13];
        form[0] = "From";
        form[1] = SENDER;
        form[2] = "To";
        form[3] = HANDSET;
        for (int i = 2; i < 13; i++) {
            form[2 * i] = "MediaUrl";
            form[2 * i + 1] = "http://127.0.0.1:9/" + i + ".png";
        }

        assertThat(business().post(MESSAGES, form).code()).isEqualTo(21623);
    }

    @ParameterizedTest
    @CsvSource({
        "From, +15005550001, 21212",
        "From, +15005550007, 21606",
        "From, +15005550008, 21611",
        "From, +15005550005, 21606",
        "To,   +15005550001, 21211",
        "To,   +15005550002, 21612",
        "To,   +15005550003, 21408",
        "To,   +15005550004, 21610",
        "To,   +15005550009, 21614",
    })
    void e9_magic_numbers_are_honoured_in_every_mode(String side, String number, int code) {
        Rest.Reply reply = side.equals("From")
                ? business().post(MESSAGES, "From", number, "To", HANDSET, "Body", "x")
                : text(number, "x");

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.code()).isEqualTo(code);
    }

    @Test
    void e9_the_good_magic_number_sends() {
        assertThat(business()
                        .post(MESSAGES, "From", "+15005550006", "To", HANDSET, "Body", "x")
                        .status())
                .isEqualTo(201);
    }

    @Test
    void section_15_a_toll_free_number_has_no_route_abroad() {
        businessOwns("+18885550101");

        assertThat(business()
                        .post(MESSAGES, "From", "+18885550101", "To", "+442079460123", "Body", "x")
                        .code())
                .isEqualTo(21612);
    }

    @Test
    void section_14_a_known_landline_is_refused() {
        texting().handsets().teach(HANDSET, new Reception.Landline(null, true));

        assertThat(text(HANDSET, "x").code()).isEqualTo(21614);
    }

    @Test
    void sections_11_and_12_lists_filter_by_numbers_and_date_and_page_with_a_cursor() {
        for (int i = 0; i < 5; i++) {
            text("+1202555012" + i, "to " + i);
        }
        awaitStatus(sids(MESSAGES).getFirst(), "delivered");

        assertThat(sids("Messages.json?To=%2B12025550122")).hasSize(1);
        assertThat(sids("Messages.json?From=%2B14155550101")).hasSize(5);
        assertThat(sids("Messages.json?From=%2B14155550101&To=%2B12025550199")).isEmpty();
        assertThat(sids("Messages.json?DateSent%3E=2020-01-01")).hasSize(5);
        assertThat(sids("Messages.json?DateSent%3C=2020-01-01")).isEmpty();
        assertThat(sids("Messages.json?To=%2B12025550122&DateSent%3E=2020-01-01T00:00:00"))
                .hasSize(1);
        assertThat(business().get("Messages.json?DateSent=yesterday").code()).isEqualTo(20001);
        var first = business().get("Messages.json?PageSize=2").json();
        var second = business().get(first.path("next_page_uri").asString()).json();
        var third = business().get(second.path("next_page_uri").asString()).json();
        assertThat(third.path("next_page_uri").isNull()).isTrue();
        assertThat(third.path("messages").size()).isEqualTo(1);
        assertThat(third.path("start").asInt()).isEqualTo(4);
        assertThat(business()
                        .get(third.path("previous_page_uri").asString())
                        .json()
                        .path("messages"))
                .isEqualTo(second.path("messages"));
    }

    private List<String> sids(String path) {
        List<String> sids = new ArrayList<>();
        business()
                .get(path)
                .json()
                .path("messages")
                .forEach(message -> sids.add(message.path("sid").asString()));
        return sids;
    }

    @Test
    void section_12_a_complete_message_can_be_blanked_and_deleted_and_others_not() {
        texting().handsets().teach(HANDSET, new Reception.Deliver(3_600.0, null));
        String sid = text(HANDSET, "secret").text("sid");
        String path = "Messages/" + sid + ".json";
        assertThat(business().delete(path).code()).isEqualTo(20009);
        assertThat(business().delete(path).status()).isEqualTo(409);
        assertThat(business().post(path, "Body", "").code()).isEqualTo(20009);

        String other = text("+12025550124", "secret").text("sid");
        awaitStatus(other, "delivered");
        String otherPath = "Messages/" + other + ".json";
        assertThat(business().post(otherPath, "Body", "other words").code()).isEqualTo(20001);
        assertThat(business().post(otherPath, "Body", "").text("body")).isEmpty();
        assertThat(business().delete(otherPath).status()).isEqualTo(204);
        assertThat(business().get(otherPath).code()).isEqualTo(20404);
    }

    @Test
    void section_12_the_price_is_a_negative_string_per_segment_once_the_network_has_the_text() {
        String sid = text(HANDSET, "a".repeat(161)).text("sid");
        awaitStatus(sid, "delivered");

        var price = business().get("Messages/" + sid + ".json").json().path("price");

        assertThat(price.isString()).isTrue();
        assertThat(price.asString()).isEqualTo("-0.01660");
    }

    @Test
    void section_13_what_has_left_cannot_be_canceled() {
        String sid = text(HANDSET, "x").text("sid");
        awaitStatus(sid, "delivered");
        String path = "Messages/" + sid + ".json";

        assertThat(business().post(path, "Status", "canceled").code()).isEqualTo(20001);
        assertThat(business().post(path, "Status", "sent").code()).isEqualTo(20001);
        assertThat(business().post(path).code()).isEqualTo(20001);
    }

    @Test
    void e12_another_accounts_message_is_not_found() {
        String sid = text(HANDSET, "x").text("sid");

        assertThat(outside().get("Messages/" + sid + ".json").code()).isEqualTo(20404);
    }

    @Test
    void the_official_client_sends_reads_lists_blanks_and_deletes() {
        var client = businessClient();
        Message sent = Message.creator(new PhoneNumber(HANDSET), new PhoneNumber(SENDER), "Hello.")
                .setStatusCallback(URI.create("http://127.0.0.1:9/status"))
                .setValidityPeriod(600)
                .create(client);
        assertThat(sent.getStatus()).isEqualTo(Message.Status.QUEUED);
        assertThat(sent.getDirection()).isEqualTo(Message.Direction.OUTBOUND_API);
        assertThat(sent.getDateCreated()).isNotNull();
        await().until(() -> Message.fetcher(sent.getSid()).fetch(client).getStatus() == Message.Status.DELIVERED);

        ResourceSet<Message> found = Message.reader()
                .setTo(new PhoneNumber(HANDSET))
                .setDateSentAfter(ZonedDateTime.now().minusDays(1))
                .setPageSize(1L)
                .limit(5)
                .read(client);
        assertThat(found).extracting(Message::getSid).containsExactly(sent.getSid());
        assertThat(Message.updater(sent.getSid()).setBody("").update(client).getBody())
                .isEmpty();
        assertThat(Message.deleter(sent.getSid()).delete(client)).isTrue();
    }
}
