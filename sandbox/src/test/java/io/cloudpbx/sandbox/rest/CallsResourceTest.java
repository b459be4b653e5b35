package io.cloudpbx.sandbox.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudpbx.sandbox.call.CallChange;
import io.cloudpbx.sandbox.call.CallOrder;
import io.cloudpbx.sandbox.state.Call;
import io.cloudpbx.sandbox.twiml.Verb;
import io.cloudpbx.sandbox.webhook.WebhookTarget;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code twilio.md} sections 12, 14 and 19.5. */
class CallsResourceTest extends RestTest {
    private static final String BUSINESS_NUMBER = "+14155550100";

    @Test
    void a_new_call_is_answered_201_and_queued_with_the_documented_fields() {
        var reply =
                outside().post("Calls.json", "To", "(415) 555-0100", "From", "+12025550123", "Twiml", "<Response/>");

        assertThat(reply.status()).isEqualTo(201);
        assertThat(reply.text("sid")).matches("CA[0-9a-f]{32}");
        assertThat(reply.text("status")).isEqualTo("queued");
        assertThat(reply.text("to")).isEqualTo(BUSINESS_NUMBER);
        assertThat(reply.text("to_formatted")).isEqualTo("(415) 555-0100");
        assertThat(reply.text("direction")).isEqualTo("outbound-api");
        assertThat(reply.text("queue_time")).isEqualTo("0");
        assertThat(reply.text("date_created")).matches("[A-Z][a-z]{2}, \\d\\d [A-Z][a-z]{2} \\d{4} [\\d:]{8} \\+0000");
        assertThat(List.of("start_time", "end_time", "duration", "price", "answered_by"))
                .allSatisfy(
                        field -> assertThat(reply.json().get(field).isNull()).isTrue());
        assertThat(reply.json().path("subresource_uris").path("recordings").asString())
                .endsWith("/Calls/" + reply.text("sid") + "/Recordings.json");
    }

    @Test
    void everything_asked_for_reaches_the_exchange() {
        businessOwns(BUSINESS_NUMBER);

        String asked = "To=+12025550123 From=" + BUSINESS_NUMBER + " Url=http://127.0.0.1:9/twiml#rc=2 Method=get"
                + " FallbackUrl=http://127.0.0.1:9/fallback StatusCallback=http://127.0.0.1:9/status"
                + " StatusCallbackEvent=ringing StatusCallbackEvent=completed Timeout=25 TimeLimit=600"
                + " SendDigits=ww12# Record=true RecordingChannels=dual"
                + " RecordingStatusCallback=http://127.0.0.1:9/recording";

        business()
                .post(
                        "Calls.json",
                        Stream.of(asked.split(" "))
                                .flatMap(pair -> Stream.of(pair.split("=", 2)))
                                .toArray(String[]::new));

        assertThat(placed().orders)
                .containsExactly(new CallOrder(
                        BUSINESS_NUMBER,
                        "+12025550123",
                        new WebhookTarget(
                                "http://127.0.0.1:9/twiml#rc=2", "GET", "http://127.0.0.1:9/fallback", "POST"),
                        null,
                        new CallOrder.StatusCallback(
                                "http://127.0.0.1:9/status", "POST", Set.of("ringing", "completed")),
                        Duration.ofSeconds(25),
                        Duration.ofSeconds(600),
                        "ww12#",
                        new CallOrder.RecordingOrder(
                                true,
                                Verb.Track.BOTH,
                                true,
                                new CallOrder.StatusCallback(
                                        "http://127.0.0.1:9/recording", "POST", Set.of("completed")))));
    }

    @Test
    void a_url_wins_over_twiml() {
        outside()
                .post(
                        "Calls.json",
                        "To",
                        BUSINESS_NUMBER,
                        "From",
                        "+12025550123",
                        "Twiml",
                        "<Response/>",
                        "Url",
                        "http://127.0.0.1:9/");

        assertThat(placed().orders.getFirst().twiml()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "To,                                    , 21201",
        "To,                  nonsense          , 21211",
        "To,                  +12025550123      , 21211",
        "From,                                  , 21213",
        "From,                +1415             , 21212",
        "From,                +14155550177      , 21210",
        "Twiml,                                 , 21205",
        "Url,                 not a url         , 21205",
        "Url,                 ftp://127.0.0.1/  , 21205",
        "ApplicationSid,      AP1               , 21218",
        "SendDigits,          12x               , 21206",
        "Record,              maybe             , 20001",
        "AsyncAmd,            maybe             , 20001",
        "FallbackUrl,         http://127.0.0.1/ , 21405",
        "Timeout,             601               , 21208",
        "Timeout,             soon              , 21208",
        "StatusCallback,      /relative         , 21609",
        "StatusCallbackEvent, done              , 21626",
        "Method,              PUT               , 21403",
        "MachineDetection,    Sometimes         , 20001",
        "MachineDetectionTimeout, 90            , 20001",
        "RecordingChannels,   three             , 20001",
        "CallToken,           x                 , 20001",
        "CallToken,           %7B%22parentCallInfoToken%22%3A%22e30.e30.x%22%7D, 20001",
        "Byoc,                BY1               , 20001",
        "CallerId,            nonsense          , 21212",
        "CallerId,            +14155550177      , 21210",
        "CallReason,          We call because you have asked us to call you again, 20001",
        "To,                  sip:example.com   , 21211",
        "To,                  client:a b        , 21211",
        "From,                client:alice      , 21212",
        "From,                +15005550001      , 21212",
        "To,                  +15005550001      , 21217",
        "To,                  +15005550002      , 21214",
        "To,                  +15005550003      , 21215",
        "To,                  +15005550004      , 21216",
    })
    void a_bad_parameter_is_refused_with_twilios_code(String name, String value, int code) {
        businessOwns("+14155550177");
        var form = new LinkedHashMap<String, String>();
        form.put("To", BUSINESS_NUMBER);
        form.put("From", "+12025550123");
        form.put("Twiml", "<Response/>");
        if (name.equals("Method") || name.equals("Url")) {
            form.put("Url", "http://127.0.0.1:9/");
        }
        form.put(name, value == null ? "" : value);

        var reply = outside().post("Calls.json", flat(form));

        assertThat(reply.code()).isEqualTo(code);
        assertThat(placed().orders).isEmpty();
    }

    private static String[] flat(Map<String, String> form) {
        return form.entrySet().stream()
                .flatMap(entry -> Stream.of(entry.getKey(), entry.getValue()))
                .toArray(String[]::new);
    }

    @Test
    void a_business_calls_from_its_own_numbers_only() {
        var before =
                business().post("Calls.json", "To", "+12025550123", "From", BUSINESS_NUMBER, "Twiml", "<Response/>");
        businessOwns(BUSINESS_NUMBER);
        var after =
                business().post("Calls.json", "To", "+12025550123", "From", BUSINESS_NUMBER, "Twiml", "<Response/>");

        assertThat(before.code()).isEqualTo(21210);
        assertThat(after.status()).isEqualTo(201);
    }

    @Test
    void the_magic_number_may_always_call() {
        var reply = business().post("Calls.json", "To", "+12025550123", "From", "+15005550006", "Twiml", "<Response/>");

        assertThat(reply.status()).isEqualTo(201);
    }

    @Test
    void twiml_of_more_than_4000_characters_is_refused() {
        var reply =
                outside().post("Calls.json", "To", BUSINESS_NUMBER, "From", "+12025550123", "Twiml", "x".repeat(4_001));

        assertThat(reply.status()).isEqualTo(400);
    }

    @Test
    void a_live_call_is_redirected_rewritten_hung_up_or_canceled() {
        Call call = saved(Call.Status.IN_PROGRESS, Instant.now(), null);
        String path = "Calls/" + call.sid() + ".json";

        business().post(path, "Url", "http://127.0.0.1:9/next", "Method", "GET");
        business().post(path, "Twiml", "<Response><Hangup/></Response>");
        business().post(path, "Status", "completed");
        business().post(path, "Status", "canceled");

        assertThat(placed().changes)
                .containsExactly(
                        new CallChange.Redirect(WebhookTarget.of("http://127.0.0.1:9/next", "GET")),
                        new CallChange.RunTwiml("<Response><Hangup/></Response>"),
                        new CallChange.Complete(),
                        new CallChange.Cancel());
    }

    @Test
    void an_ended_call_cannot_be_changed() {
        Call call = saved(Call.Status.COMPLETED, Instant.now(), Instant.now());

        var reply = business().post("Calls/" + call.sid() + ".json", "Status", "completed");

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.code()).isEqualTo(21220);
    }

    @Test
    void only_an_ended_call_can_be_deleted() {
        Call live = saved(Call.Status.IN_PROGRESS, Instant.now(), null);
        Call ended = saved(Call.Status.BUSY, null, Instant.now());

        assertThat(business().delete("Calls/" + live.sid() + ".json").code()).isEqualTo(20009);
        assertThat(business().delete("Calls/" + ended.sid() + ".json").status()).isEqualTo(204);
        assertThat(state().call(live.sid())).isPresent();
        assertThat(state().call(ended.sid())).isEmpty();
    }

    @Test
    void duration_is_a_string_of_seconds() {
        Instant start = Instant.parse("2026-03-01T10:00:05Z");
        Call call = saved(Call.Status.COMPLETED, start, start.plusSeconds(15));

        var reply = business().get("Calls/" + call.sid() + ".json");

        assertThat(reply.json().get("duration").isString()).isTrue();
        assertThat(reply.text("duration")).isEqualTo("15");
        assertThat(reply.text("start_time")).isEqualTo("Sun, 01 Mar 2026 10:00:05 +0000");
    }

    @ParameterizedTest
    @CsvSource({
        "Status=busy,                                     1",
        "Status=completed,                                2",
        "From=%2B14155550100,                             3",
        "To=%2B12025550199,                               0",
        "ParentCallSid=CA1,                               0",
        "StartTime=2026-03-02,                            1",
        "StartTime%3E=2026-03-02,                         1",
        "StartTime%3C=2026-03-02,                         1",
        "StartTime%3E=2026-03-01T10:00:00,                2",
        "StartTime%3E=2026-03-01&StartTime%3C=2026-03-02, 1",
        "EndTime%3E=2026-03-02T10:00:30Z,                 1",
    })
    void calls_are_filtered(String query, int found) {
        Instant first = Instant.parse("2026-03-01T10:00:05Z");
        Instant second = Instant.parse("2026-03-02T10:00:05Z");
        saved(Call.Status.COMPLETED, first, first.plusSeconds(15));
        saved(Call.Status.COMPLETED, second, second.plusSeconds(60));
        saved(Call.Status.BUSY, null, null);

        assertThat(business().get("Calls.json?" + query).json().path("calls").size())
                .isEqualTo(found);
    }
}
