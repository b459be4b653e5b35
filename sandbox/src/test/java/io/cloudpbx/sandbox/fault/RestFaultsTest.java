package io.cloudpbx.sandbox.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.twilio.exception.ApiException;
import com.twilio.rest.api.v2010.account.IncomingPhoneNumber;
import com.twilio.type.PhoneNumber;
import io.cloudpbx.sandbox.client.LoopbackTwilio;
import io.cloudpbx.sandbox.client.Rest;
import io.cloudpbx.sandbox.state.Account;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** {@code twilio.md} E18, E6, section 11: what can go wrong with requests to the carrier. */
class RestFaultsTest extends FaultTest {
    private static final String REST = "'part':'rest'";
    private static final String PURCHASES =
            "'part':'rest','method':'POST','route':'/2010-04-01/Accounts/*/IncomingPhoneNumbers.json'";

    /** What a program sees that knows nothing but sockets: everything up to where the connection ends. */
    private String overSocket(String method, String path, String body) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", sandbox().port())) {
            socket.setSoTimeout(5_000);
            String credentials = Base64.getEncoder()
                    .encodeToString((Account.BUSINESS_SID + ":sandbox").getBytes(StandardCharsets.UTF_8));
            String request = method + " /2010-04-01/Accounts/" + Account.BUSINESS_SID + path + " HTTP/1.1\r\n"
                    + "Host: 127.0.0.1\r\nAuthorization: Basic " + credentials + "\r\n"
                    + "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: " + body.length() + "\r\n\r\n"
                    + body;
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private String buyOverSocket() throws IOException {
        return overSocket("POST", "/IncomingPhoneNumbers.json", "PhoneNumber=%2B14155550101");
    }

    @ParameterizedTest
    @CsvSource({"400, 20400", "429, 20429", "500, 20500", "503, 20503"})
    void a_refusal_is_answered_in_twilios_shape_and_nothing_is_done(int status, int code) {
        fault(PURCHASES, "'fault':'answer','statuses':[{'status':" + status + ",'retryAfterSeconds':7}]", "");

        Rest.Reply reply = buy("+14155550101");

        assertThat(reply.status()).isEqualTo(status);
        assertThat(reply.code()).isEqualTo(code);
        assertThat(reply.text("more_info")).isEqualTo("https://www.twilio.com/docs/errors/" + code);
        assertThat(reply.header("Retry-After")).isEqualTo("7");
        assertThat(owned()).isZero();
    }

    @Test
    void the_official_client_understands_it() {
        fault(PURCHASES, "'fault':'answer','statuses':[{'status':429,'code':63038,'message':'Daily limit'}]", "");

        assertThatThrownBy(() -> IncomingPhoneNumber.creator(new PhoneNumber("+14155550101"))
                        .create(LoopbackTwilio.client(sandbox().baseUrl(), Account.BUSINESS_SID)))
                .isInstanceOfSatisfying(ApiException.class, refused -> {
                    assertThat(refused.getCode()).isEqualTo(63038);
                    assertThat(refused.getStatusCode()).isEqualTo(429);
                });
    }

    @Test
    void a_gateway_that_fails_knows_no_json() {
        fault(REST, "'fault':'answer','statuses':[{'status':502}]", "");

        assertThat(business().get("Calls.json").header("Content-Type")).startsWith("text/html");
    }

    @Test
    void executed_and_then_5xx_the_number_is_bought_all_the_same() {
        fault(PURCHASES, "'fault':'answer','executed':true,'statuses':[{'status':500}]", "");

        assertThat(buy("+14155550101").status()).isEqualTo(500);
        assertThat(owned()).isEqualTo(1);
    }

    @Test
    void statuses_come_by_their_weight_and_alike_for_the_same_seed() {
        String what = "'fault':'answer','statuses':[{'status':500,'weight':1},{'status':503,'weight':9}]";
        List<Integer> once = statuses(what, 42);

        assertThat(once).isEqualTo(statuses(what, 42)).isNotEqualTo(statuses(what, 43));
        assertThat(once.stream().filter(status -> status == 500).count()).isBetween(1L, 20L);
        assertThat(once).contains(503);
    }

    private List<Integer> statuses(String what, int seed) {
        String id = fault(REST, what, ",'howOften':{'probability':0.7},'seed':" + seed);
        List<Integer> statuses = IntStream.range(0, 60)
                .map(i -> business().get("Calls.json").status())
                .boxed()
                .toList();
        assertThat(statuses).contains(200);
        business().delete("/sandbox/faults/" + id);
        return statuses;
    }

    @Test
    void cut_before_nothing_is_done_and_nothing_comes_back() throws IOException {
        fault(PURCHASES, "'fault':'cut','when':'before'", "");

        assertThat(buyOverSocket()).isEmpty();
        assertThat(owned()).isZero();
    }

    @Test
    void cut_after_it_is_done_and_nothing_comes_back() throws IOException {
        fault(PURCHASES, "'fault':'cut','when':'after'", "");

        assertThat(buyOverSocket()).isEmpty();
        assertThat(owned()).isEqualTo(1);
    }

    @Test
    void cut_during_it_is_done_and_half_of_the_body_comes_back() throws IOException {
        fault(PURCHASES, "'fault':'cut','when':'during'", "");

        String reply = buyOverSocket();

        int promised = Integer.parseInt(reply.replaceFirst("(?s).*Content-Length: (\\d+).*", "$1"));
        int sent = reply.length() - reply.indexOf("\r\n\r\n") - 4;
        assertThat(reply).startsWith("HTTP/1.1 201");
        assertThat(sent).isPositive().isEqualTo(promised / 2);
        assertThat(owned()).isEqualTo(1);
    }

    @Test
    void an_outage_of_the_api_lasts_until_it_is_removed() throws IOException {
        String id = fault(REST, "'fault':'outage'", "");

        assertThat(buyOverSocket()).isEmpty();
        assertThat(owned()).isZero();
        business().delete("/sandbox/faults/" + id);
        assertThat(buy("+14155550101").status()).isEqualTo(201);
    }

    @Test
    void a_reply_can_take_its_time() {
        fault(REST, "'fault':'delay','fromMs':150,'toMs':200", "");
        long began = System.nanoTime();

        assertThat(business().get("Calls.json").status()).isEqualTo(200);

        assertThat(Duration.ofNanos(System.nanoTime() - began)).isGreaterThanOrEqualTo(Duration.ofMillis(150));
    }

    @Test
    void a_body_can_trickle() {
        fault(REST, "'fault':'slow-body','bytesPerSecond':500", "");
        long began = System.nanoTime();

        Rest.Reply reply = business().get("Calls.json");

        assertThat(reply.json().get("calls")).isEmpty();
        assertThat(Duration.ofNanos(System.nanoTime() - began))
                .isGreaterThanOrEqualTo(Duration.ofMillis(reply.bytes().length * 1000L / 500 * 8 / 10));
    }

    @Test
    void more_requests_at_a_time_than_allowed_are_429_20429() throws Exception {
        fault(REST, "'fault':'concurrency','limit':2", "");
        fault(REST, "'fault':'delay','fromMs':1000", "");
        List<Integer> statuses = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Integer> request = () -> business().get("Calls.json").status();
            for (Future<Integer> reply : threads.invokeAll(List.of(request, request, request, request, request))) {
                statuses.add(reply.get());
            }
        }

        assertThat(statuses).containsOnly(200, 429).contains(429);
        assertThat(statuses.stream().filter(status -> status == 200).count()).isBetween(1L, 2L);
        assertThat(business().get("Calls.json").status()).isEqualTo(200);
    }

    @Test
    void what_is_new_appears_in_lists_later_but_can_be_fetched_at_once() {
        fault(REST, "'fault':'late-in-lists','seconds':200", "");
        String sid = buy("+14155550101").text("sid");

        assertThat(business().get("IncomingPhoneNumbers.json").json().get("incoming_phone_numbers"))
                .isEmpty();
        assertThat(business().get("IncomingPhoneNumbers/" + sid + ".json").status())
                .isEqualTo(200);
        org.awaitility.Awaitility.await()
                .until(() -> business()
                                .get("IncomingPhoneNumbers.json")
                                .json()
                                .get("incoming_phone_numbers")
                                .size()
                        == 1);
    }

    @Test
    void what_is_missing_in_lists_is_missing_every_time() {
        for (int i = 1; i <= 6; i++) {
            buy("+1415555010" + i);
        }
        fault(REST, "'fault':'missing-in-lists'", ",'howOften':{'every':3}");

        for (int i = 0; i < 3; i++) {
            assertThat(business().get("IncomingPhoneNumbers.json").json().findValuesAsString("phone_number"))
                    .containsExactly("+14155550105", "+14155550104", "+14155550102", "+14155550101");
        }
    }

    @Test
    void section_11_what_is_missing_makes_no_page_shorter() {
        for (int i = 1; i <= 6; i++) {
            buy("+1415555010" + i);
        }
        fault(REST, "'fault':'missing-in-lists'", ",'howOften':{'every':2}");

        JsonNode first = business().get("IncomingPhoneNumbers.json?PageSize=2").json();
        JsonNode second = business().get(first.path("next_page_uri").asString()).json();

        assertThat(first.findValuesAsString("phone_number")).containsExactly("+14155550105", "+14155550103");
        assertThat(first.path("end").asInt()).isEqualTo(1);
        assertThat(second.findValuesAsString("phone_number")).containsExactly("+14155550101");
        assertThat(second.path("next_page_uri").isNull()).isTrue();
    }

    @Test
    void section_11_what_is_late_leaves_the_first_page_to_what_is_old() throws InterruptedException {
        buy("+14155550101");
        sandbox().clock().stand();
        String old = text("one");
        sandbox().clock().advance(Duration.ofSeconds(300));
        text("two");
        fault(REST, "'fault':'late-in-lists','seconds':200", "");

        JsonNode page = business().get("Messages.json?PageSize=1").json();

        assertThat(page.path("messages")).hasSize(1);
        assertThat(page.path("messages").path(0).path("sid").asString()).isEqualTo(old);
        assertThat(page.path("next_page_uri").isNull()).isTrue();
    }

    private String text(String body) {
        return business()
                .post("Messages.json", "From", "+14155550101", "To", "+12025550123", "Body", body)
                .text("sid");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/messaging/v1/Services", "/v1/Services", "*/v1/Services"})
    void e10_a_route_of_another_host_is_meant_whichever_way_it_is_asked(String route) {
        fault(REST + ",'route':'" + route + "'", "'fault':'answer','statuses':[{'status':503}]", "");

        assertThat(business().get("/messaging/v1/Services").status()).isEqualTo(503);
        assertThat(business().get("/v1/Services").status()).isEqualTo(503);
        assertThat(Rest.send(business()
                                .request("/v1/Services")
                                .header("X-Twilio-Host", "messaging.twilio.com")
                                .GET())
                        .status())
                .isEqualTo(503);
        assertThat(business().get("/lookups/v2/PhoneNumbers/+14155550148").status())
                .isEqualTo(200);
    }

    @Test
    void a_fault_may_concern_one_number_or_one_account_only() {
        String broken = "'fault':'answer','statuses':[{'status':500}]";
        fault(PURCHASES + ",'number':'+14155550102'", broken, "");
        fault("'part':'rest','account':'" + Account.OUTSIDE_SID + "'", broken, "");

        assertThat(buy("+14155550101").status()).isEqualTo(201);
        assertThat(buy("+14155550102").status()).isEqualTo(500);
        assertThat(Rest.as(sandbox().baseUrl(), Account.OUTSIDE_SID)
                        .get("Calls.json")
                        .status())
                .isEqualTo(500);
    }

    @Test
    void every_answer_has_an_id_of_its_own_and_says_how_many_requests_are_under_way_section_15() {
        fault("'part':'rest','method':'POST'", "'fault':'answer','statuses':[{'status':500}]", "");

        List<Rest.Reply> replies = List.of(
                business().get("Calls.json"),
                business().get("Calls/CA00000000000000000000000000000000.json"),
                business().get("/messaging/v1/Services"),
                new Rest(sandbox().baseUrl(), Account.BUSINESS_SID, "guess").get("Calls.json"),
                buy("+14155550101"));

        assertThat(replies).extracting(Rest.Reply::status).containsExactly(200, 404, 200, 401, 500);
        assertThat(replies)
                .extracting(reply -> reply.header("Twilio-Request-Id"))
                .doesNotHaveDuplicates()
                .allMatch(id -> id.matches("RQ[0-9a-f]{32}"));
        assertThat(replies)
                .extracting(reply -> reply.header("Twilio-Concurrent-Requests"))
                .containsOnly("1");
    }

    @Test
    void requests_of_one_account_are_counted_together_whoever_of_its_programs_asks() throws Exception {
        Rest key = business().withKey();
        fault(REST, "'fault':'delay','fromMs':700", "");
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<String> byToken =
                    () -> business().get("/messaging/v1/Services").header("Twilio-Concurrent-Requests");
            Callable<String> byKey = () -> key.get("/messaging/v1/Services").header("Twilio-Concurrent-Requests");
            List<String> counted = new ArrayList<>();
            for (Future<String> count : threads.invokeAll(List.of(byToken, byKey))) {
                counted.add(count.get());
            }
            assertThat(counted).containsExactlyInAnyOrder("1", "2");
        }
    }

    @Test
    void a_fault_strikes_the_other_hosts_too_by_whatever_path() {
        fault(REST, "'fault':'answer','statuses':[{'status':503}]", "");

        assertThat(business().get("/messaging/v1/Services").status()).isEqualTo(503);
        assertThat(business().get("/v1/Services").status()).isEqualTo(503);
        assertThat(business().get("/lookups/v2/PhoneNumbers/+14155550148").status())
                .isEqualTo(503);
    }
}
