package io.cloudpbx.sandbox.message;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudpbx.sandbox.SandboxSettings;
import io.cloudpbx.sandbox.client.Rest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code twilio.md} sections 14 and 15: what American networks take from a campaign and from a brand. */
class CapsTest {
    private static final String FIRST = "+14155550101";
    private static final String SECOND = "+14155550102";
    private static final String MOBILE = "+14155550191";
    private static final String LANDLINE = "+12125550150";
    private static final String TWO_SEGMENTS = "a".repeat(161);

    private @TempDir Path folder;
    private Carrier carrier;
    private String brand;
    private String campaign;

    @BeforeEach
    void register() {
        carrier = carrier();
        control("PUT", "/sandbox/time", "{\"mode\":\"stepped\"}");
        String service = carrier.service(FIRST, SECOND);
        brand = carrier.business()
                .post(
                        "/messaging/v1/a2p/BrandRegistrations",
                        "CustomerProfileBundleSid=BU1&A2PProfileBundleSid=BU2&Mock=true".split("[=&]"))
                .text("sid");
        campaign = carrier.business()
                .post(
                        "/messaging/v1/Services/" + service + "/Compliance/Usa2p",
                        ("BrandRegistrationSid=" + brand + "&Description=Reminders of visits to patients"
                                        + "&MessageFlow=Patients tick a box on the form at the front desk"
                                        + "&MessageSamples=Your visit is at 9.&UsAppToPersonUsecase=CUSTOMER_CARE"
                                        + "&HasEmbeddedLinks=false&HasEmbeddedPhone=false")
                                .split("[=&]"))
                .text("sid");
    }

    private Carrier carrier() {
        return new Carrier(SandboxSettings.from(Map.of(
                "CLOUDPBX_DATA", folder.toString(), "CLOUDPBX_SANDBOX_PORT", "0", "CLOUDPBX_SANDBOX_SPEED", "20")));
    }

    @AfterEach
    void stop() {
        carrier.close();
    }

    private Rest.Reply control(String method, String path, String json) {
        return Rest.send(carrier.business().request(path).method(method, BodyPublishers.ofString(json)));
    }

    private Rest.Reply limit(String sid, String json) {
        return control("PUT", "/sandbox/registrations/" + sid + "/limits", json);
    }

    private void advance(double seconds) {
        control("POST", "/sandbox/time/advance", "{\"seconds\":" + seconds + "}");
    }

    private String texts(String from, String to, String body) {
        return carrier.text(from, to, body).text("sid");
    }

    private List<String> outcomes(List<String> sids) {
        return sids.stream().map(carrier::message).map(CapsTest::outcome).toList();
    }

    private static String outcome(Text text) {
        Integer code = text.progress().errorCode();
        return text.status().text() + (code == null ? "" : " " + code);
    }

    @Test
    void a_campaigns_segments_in_a_day_are_capped_30023() {
        limit(campaign, "{\"segmentsPerDay\":3}");

        List<String> sids = List.of(
                texts(FIRST, MOBILE, TWO_SEGMENTS), texts(SECOND, MOBILE, "One."), texts(FIRST, MOBILE, "One more."));
        advance(60);

        assertThat(outcomes(sids)).containsExactly("delivered", "delivered", "undelivered 30023");
    }

    @Test
    void a_brands_segments_to_mobiles_in_a_day_are_capped_30027() {
        limit(brand, "{\"segmentsPerDay\":1}");

        List<String> sids =
                List.of(texts(FIRST, MOBILE, "One."), texts(SECOND, MOBILE, "Two."), texts(FIRST, LANDLINE, "Three."));
        advance(60);

        assertThat(outcomes(sids)).containsExactly("delivered", "undelivered 30027", "delivered");
    }

    @Test
    void the_day_ends_at_midnight_pacific() {
        limit(campaign, "{\"segmentsPerDay\":1}");
        advance(secondsToMidnightPacific() - 60);

        String before = texts(FIRST, MOBILE, "One.");
        advance(30);
        String full = texts(FIRST, MOBILE, "Two.");
        advance(40);
        String nextDay = texts(FIRST, MOBILE, "Three.");
        advance(30);

        assertThat(outcomes(List.of(before, full, nextDay)))
                .containsExactly("delivered", "undelivered 30023", "delivered");
    }

    private double secondsToMidnightPacific() {
        var now = carrier.sandbox.clock().instant().atZone(ZoneId.of("America/Los_Angeles"));
        var midnight = now.toLocalDate().plusDays(1).atStartOfDay(now.getZone());
        return Duration.between(now, midnight).toSeconds();
    }

    @Test
    void a_campaigns_numbers_together_have_one_rate_30022() {
        limit(campaign, "{\"segmentsPerSecond\":2}");
        List.of(FIRST, SECOND)
                .forEach(number -> control("PUT", "/sandbox/senders/" + number, "{\"segmentsPerSecond\":100}"));

        List<String> sids = IntStream.range(0, 4)
                .mapToObj(i -> texts(i % 2 == 0 ? FIRST : SECOND, MOBILE, "Text " + i))
                .toList();
        advance(60);

        assertThat(outcomes(sids))
                .filteredOn(outcome -> outcome.equals("undelivered 30022"))
                .hasSizeBetween(1, 2);
        assertThat(outcomes(sids)).filteredOn("delivered"::equals).hasSizeBetween(2, 3);
    }

    @Test
    void who_has_no_campaign_and_who_has_no_limit_sends_as_much_as_he_likes() {
        carrier.buys("+14155550103");
        limit(campaign, "{\"segmentsPerDay\":0}");
        String outsideOfIt = texts("+14155550103", MOBILE, "One.");
        advance(10);

        control("DELETE", "/sandbox/registrations/" + campaign + "/limits", "");
        String lifted = texts(FIRST, MOBILE, "Two.");
        advance(10);

        assertThat(outcomes(List.of(outsideOfIt, lifted))).containsExactly("delivered", "delivered");
    }

    @Test
    void what_was_sent_today_still_counts_after_a_restart() {
        limit(campaign, "{\"segmentsPerDay\":1}");
        texts(FIRST, MOBILE, "One.");
        advance(10);
        carrier.close();

        carrier = carrier();
        String second = texts(FIRST, MOBILE, "Two.");
        carrier.awaitSettled(second);

        assertThat(outcomes(List.of(second))).containsExactly("undelivered 30023");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '!',
            value = {
                "QE | {\"segmentsPerDay\":-1}   | 400",
                "QE | {\"segmentsPerSecond\":-1}| 400",
                "BN | {\"segmentsPerSecond\":1} | 400",
                "XX | {\"segmentsPerDay\":1}    | 404"
            })
    void a_limit_that_means_nothing_is_refused(String whose, String json, int status) {
        String sid = switch (whose) {
            case "QE" -> campaign;
            case "BN" -> brand;
            default -> "XX1";
        };

        assertThat(limit(sid, json).status()).isEqualTo(status);
    }
}
