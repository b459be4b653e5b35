package io.cloudpbx.sandbox.message;

import static io.cloudpbx.sandbox.client.CustomerServer.reply;
import static io.cloudpbx.sandbox.client.CustomerServer.status;
import static io.cloudpbx.sandbox.client.CustomerServer.twiml;
import static io.cloudpbx.sandbox.message.Carrier.HANDSET;
import static io.cloudpbx.sandbox.message.Carrier.SENDER;
import static org.assertj.core.api.Assertions.assertThat;

import com.twilio.rest.api.v2010.account.message.Media;
import io.cloudpbx.sandbox.client.CustomerServer.Asked;
import io.cloudpbx.sandbox.client.LoopbackTwilio;
import io.cloudpbx.sandbox.client.Rest;
import io.cloudpbx.sandbox.message.Text.Status;
import io.cloudpbx.sandbox.state.Account;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code twilio.md} 3.1, 14, 18 and E8: pictures in texts. */
class MediaTest {
    private static final byte[] PICTURE = {(byte) 0x89, 'P', 'N', 'G', 1, 2, 3};

    private final Carrier carrier = new Carrier();

    @BeforeEach
    void buy() {
        carrier.buys(SENDER, "SmsUrl", carrier.customer.url("/sms"));
        carrier.customer.on("/sms", twiml("<Response/>")).on("/cat.png", reply(200, "image/png", PICTURE));
    }

    @AfterEach
    void stop() {
        carrier.close();
    }

    private Rest.Reply picture(String path) {
        return carrier.text(SENDER, HANDSET, "Look!", "MediaUrl", carrier.customer.url(path));
    }

    @Test
    void section_18_an_outbound_picture_is_fetched_after_the_201_and_reaches_the_handset() {
        Rest.Reply reply = picture("/cat.png");

        assertThat(reply.text("sid")).matches("MM[0-9a-f]{32}");
        assertThat(reply.text("num_media")).isEqualTo("1");
        carrier.awaitStatus(reply.text("sid"), Status.DELIVERED);
        assertThat(carrier.asked("/status", 3))
                .extracting(asked -> asked.form().get("MessageStatus"))
                .containsExactly("sending", "sent", "delivered");
        assertThat(carrier.asked("/cat.png"))
                .singleElement()
                .satisfies(asked -> assertThat(asked.header("Authorization")).isEmpty());
        var shown = Rest.send(carrier.outside().request("/sandbox/handsets/" + HANDSET + "/texts"))
                .json()
                .path("texts")
                .path(0)
                .path("media")
                .path(0);
        assertThat(shown.path("contentType").asString()).isEqualTo("image/png");
        assertThat(Rest.send(carrier.outside().request(shown.path("url").asString()))
                        .bytes())
                .isEqualTo(PICTURE);
    }

    @ParameterizedTest
    @CsvSource({
        "404, image/png,        10,      failed,      11200",
        "200, text/html,        10,      failed,      12300",
        "200, image/png,        5242881, failed,      11751",
        "200, application/pdf,  512001,  undelivered, 30019",
        "200, application/pdf,  512000,  delivered,   0",
        "200, image/png,        5242880, delivered,   0",
    })
    void section_18_what_cannot_be_fetched_or_sent_fails_later(
            int status, String type, int size, String end, int code) {
        carrier.customer.on("/file", reply(status, type, new byte[size]));
        Rest.Reply reply = picture("/file");
        assertThat(reply.status()).isEqualTo(201);

        Text text = carrier.awaitStatus(reply.text("sid"), Status.valueOf(end.toUpperCase(java.util.Locale.ROOT)));

        assertThat(text.progress().errorCode()).isEqualTo(code == 0 ? null : (Integer) code);
        if (end.equals("failed")) {
            assertThat(carrier.errorCodes()).containsExactly(code);
        }
    }

    @Test
    void section_18_a_server_that_is_not_there_fails_the_text_later() {
        Rest.Reply reply = carrier.text(SENDER, HANDSET, "Look!", "MediaUrl", "http://127.0.0.1:9/cat.png");

        assertThat(carrier.awaitStatus(reply.text("sid"), Status.FAILED)
                        .progress()
                        .errorCode())
                .isEqualTo(11200);
    }

    /** Somebody texts a picture; what the business is asked about it. */
    private Asked pictureIn() {
        carrier.textIn(HANDSET, SENDER, "", "MediaUrl", carrier.customer.url("/cat.png"));
        return carrier.asked("/sms", 1).getFirst();
    }

    @Test
    void section_3_1_an_inbound_picture_is_announced_with_url_and_type() {
        Asked asked = pictureIn();

        assertThat(asked.form())
                .containsEntry("NumMedia", "1")
                .containsEntry("MediaContentType0", "image/png")
                .containsEntry("Body", "");
        assertThat(asked.form().get("MessageSid")).startsWith("MM");
        assertThat(asked.form().get("MediaUrl0"))
                .matches(carrier.sandbox.baseUrl() + "/2010-04-01/Accounts/" + Account.BUSINESS_SID + "/Messages/"
                        + asked.form().get("MessageSid") + "/Media/ME[0-9a-f]{32}");
    }

    @Test
    void e8_the_picture_lies_on_another_host_at_a_signed_address_that_wants_no_credentials() {
        URI url = URI.create(pictureIn().form().get("MediaUrl0"));

        assertThat(Rest.send(HttpRequest.newBuilder(url)).status()).isEqualTo(401);
        Rest.Reply redirect = carrier.business().get(url.getPath());
        assertThat(redirect.status()).isEqualTo(307);
        URI signed = URI.create(redirect.header("Location"));
        assertThat(signed.getPort()).isNotEqualTo(url.getPort());
        Rest.Reply file = Rest.send(HttpRequest.newBuilder(signed));
        assertThat(file.bytes()).isEqualTo(PICTURE);
        assertThat(file.header("Content-Type")).isEqualTo("image/png");

        assertThat(Rest.send(HttpRequest.newBuilder(signed).header("Authorization", "Basic eDp5"))
                        .status())
                .isEqualTo(400);
        String forged = signed.toString().replaceFirst("Signature=.", "Signature=x");
        assertThat(Rest.send(HttpRequest.newBuilder(URI.create(forged))).status())
                .isEqualTo(403);
        String later = signed.toString().replaceFirst("Expires=\\d", "Expires=9");
        assertThat(Rest.send(HttpRequest.newBuilder(URI.create(later))).status())
                .isEqualTo(403);
    }

    @Test
    void e8_a_signed_address_expires() {
        URI url = URI.create(pictureIn().form().get("MediaUrl0"));
        URI signed = URI.create(carrier.business().get(url.getPath()).header("Location"));

        carrier.sandbox.clock().run(1_000_000);
        org.awaitility.Awaitility.await()
                .until(() -> Rest.send(HttpRequest.newBuilder(signed)).status() == 403);
    }

    @Test
    void the_official_client_lists_fetches_and_deletes_media() {
        var client = LoopbackTwilio.client(carrier.sandbox.baseUrl(), Account.BUSINESS_SID);
        String message = String.valueOf(pictureIn().form().get("MessageSid"));

        List<Media> media = new java.util.ArrayList<>();
        Media.reader(message).read(client).forEach(media::add);
        assertThat(media).singleElement().satisfies(one -> {
            assertThat(one.getContentType()).isEqualTo("image/png");
            assertThat(one.getParentSid()).isEqualTo(message);
            assertThat(one.getDateCreated()).isNotNull();
        });
        String sid = media.getFirst().getSid();
        assertThat(Media.fetcher(message, sid).fetch(client).getSid()).isEqualTo(sid);
        carrier.awaitSettled(message);
        assertThat(Media.deleter(message, sid).delete(client)).isTrue();
        assertThat(carrier.business()
                        .get("Messages/" + message + "/Media/" + sid)
                        .code())
                .isEqualTo(20404);
        assertThat(carrier.business().get("Messages/" + message + ".json").text("num_media"))
                .isEqualTo("0");
    }

    @Test
    void section_9_a_reply_can_hold_pictures() {
        carrier.customer.on(
                "/pictures", twiml("<Response><Message><Body>Here</Body><Media>/cat.png</Media></Message></Response>"));
        carrier.buys("+14155550102", "SmsUrl", carrier.customer.url("/pictures"));

        carrier.textIn(HANDSET, "+14155550102", "Show me");

        org.awaitility.Awaitility.await()
                .untilAsserted(() -> assertThat(carrier.screen(HANDSET)).anySatisfy(text -> {
                    assertThat(text.body()).isEqualTo("Here");
                    assertThat(text.attachments()).hasSize(1);
                }));
    }

    @Test
    void a_broken_picture_of_a_person_never_reaches_the_business() {
        carrier.customer.on("/gone.png", status(404));

        String sid = carrier.textIn(HANDSET, SENDER, "", "MediaUrl", carrier.customer.url("/gone.png"))
                .text("sid");

        carrier.awaitStatus(sid, Status.FAILED);
        assertThat(carrier.asked("/sms")).isEmpty();
    }
}
