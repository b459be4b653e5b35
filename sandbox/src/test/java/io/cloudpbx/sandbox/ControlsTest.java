package io.cloudpbx.sandbox;

import static io.cloudpbx.sandbox.client.CustomerServer.twiml;
import static org.assertj.core.api.Assertions.assertThat;

import io.cloudpbx.sandbox.client.CustomerServer;
import io.cloudpbx.sandbox.client.Rest;
import io.cloudpbx.sandbox.ledger.Fact;
import io.cloudpbx.sandbox.state.Account;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The controls under {@code /sandbox}, and that their description tells the truth. */
class ControlsTest {
    private final Sandbox sandbox = Sandbox.start(SandboxSettings.inMemory(1));
    private final Rest business = Rest.as(sandbox.baseUrl(), Account.BUSINESS_SID);
    private final Rest outside = Rest.as(sandbox.baseUrl(), Account.OUTSIDE_SID);
    private final CustomerServer customer = new CustomerServer();
    private final JsonNode description = business.get("/sandbox/openapi.json").json();

    @AfterEach
    void stop() {
        sandbox.close();
        customer.close();
    }

    private Rest.Reply send(String method, String path, String json) {
        return Rest.send(
                business.request(path).method(method, HttpRequest.BodyPublishers.ofString(json.replace('\'', '"'))));
    }

    private Rest.Reply advance(double seconds) {
        return send("POST", "/sandbox/time/advance", "{'seconds':" + seconds + "}");
    }

    /** Fails unless the answer is as it is described. */
    private Rest.Reply described(String method, String template, Rest.Reply reply) {
        JsonNode answer = description
                .get("paths")
                .get(template)
                .get(method.toLowerCase(Locale.ROOT))
                .get("responses")
                .path(String.valueOf(reply.status()));
        assertThat(answer.isMissingNode())
                .as(method + " " + template + " " + reply.status())
                .isFalse();
        JsonNode whole = answer.has("$ref")
                ? description.at(answer.get("$ref").asString().substring(1))
                : answer;
        JsonNode schema = whole.at("/content/application~1json/schema");
        if (!schema.isMissingNode()) {
            assertThat(new Schema(description).problems(schema, reply.json(), template))
                    .isEmpty();
        }
        return reply;
    }

    @Test
    void every_route_is_described_and_everything_described_is_there() {
        Set<String> described = description
                .get("paths")
                .propertyStream()
                .flatMap(path -> path.getValue()
                        .propertyStream()
                        .filter(operation -> !operation.getKey().equals("parameters"))
                        .map(operation -> operation.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey()))
                .collect(Collectors.toSet());
        Set<String> registered = sandbox.routes().stream()
                .filter(route -> route.matches("[A-Z]+ /sandbox/[^*]*"))
                .filter(route -> !route.matches("(BEFORE|AFTER).*"))
                .collect(Collectors.toSet());

        assertThat(registered).hasSizeGreaterThan(10).containsExactlyInAnyOrderElementsOf(described);
    }

    @Test
    void every_reference_leads_somewhere_and_nothing_is_said_twice() {
        String text = new String(business.get("/sandbox/openapi.json").bytes(), StandardCharsets.UTF_8);

        JsonMapper strict = JsonMapper.builder()
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .build();
        assertThat(strict.readTree(text)).isEqualTo(description);
        assertThat(Pattern.compile("\"#(/components/[^\"]+)\"").matcher(text).results())
                .isNotEmpty()
                .allMatch(reference -> description.at(reference.group(1)).isObject());
    }

    @Test
    void answers_are_as_they_are_described() {
        customer.on("/in", twiml("<Response><Say>Hello</Say><Pause length=\"30\"/></Response>"));
        business.post("IncomingPhoneNumbers.json", "PhoneNumber", "+14155550101", "VoiceUrl", customer.url("/in"));
        send("PUT", "/sandbox/time", "{'mode':'stepped'}");
        String sid = outside.post(
                        "Calls.json",
                        "From",
                        "+14155550148",
                        "To",
                        "+14155550101",
                        "Twiml",
                        "<Response><Say>Hi</Say><Pause length=\"9\"/></Response>")
                .text("sid");
        business.post("IncomingPhoneNumbers.json", "PhoneNumber", "+14155550102", "VoiceUrl", customer.url("/none"));
        outside.post(
                "Calls.json", "From", "+14155550148", "To", "+14155550102", "Twiml", "<Response><Pause/></Response>");
        advance(2);
        oneOfEach().forEach(sandbox.ledger()::append);

        assertThat(get("/sandbox/calls").json().get("calls")).isNotEmpty();
        assertThat(described(
                                "GET",
                                "/sandbox/calls/{sid}/transcript",
                                business.get("/sandbox/calls/" + sid + "/transcript"))
                        .json()
                        .get("entries"))
                .isNotEmpty();
        assertThat(get("/sandbox/webhooks").json().get("webhooks")).hasSize(2);
        assertThat(get("/sandbox/alerts").json().get("alerts")).isNotEmpty();
        assertThat(get("/sandbox/ledger").json().get("entries")).hasSizeGreaterThanOrEqualTo(6);
        assertThat(get("/sandbox/time").text("mode")).isEqualTo("stepped");
        assertThat(get("/sandbox/accounts").json().get("accounts")).hasSize(2);
        assertThat(get("/sandbox/call-log").json().get("calls")).isNotEmpty();
        get("/sandbox/openapi.json");
    }

    private Rest.Reply get(String path) {
        return described("GET", path, business.get(path));
    }

    private static Stream<Fact> oneOfEach() {
        return Stream.of(
                new Fact.TextDelivered("SM01", "+18885550100", "+14155550190", 2),
                new Fact.TextReceived("SM02", "+14155550190", "+18885550100", 1),
                new Fact.RateExceeded("+18885550100", Instant.EPOCH, 5, 3),
                new Fact.CallSilence("CA01", 4, 12),
                new Fact.Callback("CA01", "call.status", "POST", "http://x.example/", Map.of("a", "b"), 0, 11205));
    }

    static Stream<String> faults() {
        return Stream.of(
                "{'part':'rest'},'what':{'fault':'answer','statuses':[{'status':500,'weight':2},{'status':429,'retryAfterSeconds':3}]}",
                "{'part':'rest','method':'POST','route':'/2010-04-01/*'},'what':{'fault':'delay','fromMs':1,'toMs':2},'seed':9",
                "{'part':'rest','number':'+14155550101'},'what':{'fault':'cut','when':'during'},'howOften':{'probability':0.5}",
                "{'part':'media'},'what':{'fault':'slow-body','bytesPerSecond':100},'howOften':{'every':2,'count':3}",
                "{'part':'rest'},'what':{'fault':'late-in-lists','seconds':5}",
                "{'part':'rest'},'what':{'fault':'missing-in-lists'}",
                "{'part':'rest'},'what':{'fault':'concurrency','limit':4}",
                "{'part':'rest'},'what':{'fault':'callback-first','upToSeconds':5}",
                "{'part':'recording'},'what':{'fault':'not-yet','seconds':5}",
                "{'part':'recording'},'what':{'fault':'truncated','keep':0.5}",
                "{'part':'recording'},'what':{'fault':'wrong-type','contentType':'text/html'}",
                "{'part':'media'},'what':{'fault':'wrong-length','extraBytes':7}",
                "{'part':'webhook'},'what':{'fault':'outage'}",
                "{'part':'receipt'},'what':{'fault':'drop'}",
                "{'part':'webhook','callback':'call.status'},'what':{'fault':'duplicate','times':1}",
                "{'part':'receipt'},'what':{'fault':'reorder','withinSeconds':60}",
                "{'part':'webhook'},'what':{'fault':'extra-parameter'}",
                "{'part':'relay','route':'wss://*'},'what':{'fault':'break-off','afterMs':500}",
                "{'part':'webhook'},'what':{'fault':'signature','over':'without-port'}");
    }

    @ParameterizedTest
    @MethodSource("faults")
    void each_kind_of_fault_can_be_ordered_and_is_answered_as_described(String rule) {
        String order = "{'where':" + rule + "}";
        JsonNode schema = description.at("/components/schemas/FaultOrder");
        JsonNode asked = JsonMapper.shared().readTree(order.replace('\'', '"'));

        assertThat(new Schema(description).problems(schema, asked, "order")).isEmpty();
        assertThat(described("POST", "/sandbox/faults", send("POST", "/sandbox/faults", order))
                        .status())
                .isEqualTo(201);
        get("/sandbox/faults");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'behaviour':'busy'}",
                "{'behaviour':'answer','afterSeconds':2.5}",
                "{'behaviour':'machine','beep':false}",
                "{'behaviour':'fax'}"
            })
    void handsets_are_answered_as_described(String behaviour) {
        String template = "/sandbox/handsets/{number}";
        String path = "/sandbox/handsets/+14155550191";

        assertThat(described("PUT", template, send("PUT", path, behaviour)).status())
                .isEqualTo(200);
        assertThat(described("GET", template, business.get(path)).status()).isEqualTo(200);
        assertThat(described("DELETE", template, business.delete(path)).status())
                .isEqualTo(204);
        assertThat(described("GET", template, business.get(path)).text("behaviour"))
                .isEqualTo("default");
    }

    @Test
    void texts_and_their_arrangements_are_answered_as_described() {
        String handset = "/sandbox/handsets/{number}";
        String texts = "/sandbox/handsets/+14155550191/texts";
        String sender = "/sandbox/senders/+14155550101";
        business.post("IncomingPhoneNumbers.json", "PhoneNumber", "+14155550101");

        Rest.Reply sent = send("POST", texts, "{'to':'+14155550101','body':'STOP'}");
        assertThat(described("POST", handset + "/texts", sent).status()).isEqualTo(201);
        assertThat(described("GET", handset + "/texts", business.get(texts))
                        .json()
                        .get("texts"))
                .isNotEmpty();
        assertThat(get("/sandbox/messages").json().get("messages")).isNotEmpty();
        get("/sandbox/opt-outs");
        described("GET", handset + "/texting", business.get("/sandbox/handsets/+14155550191/texting"));
        assertThat(described("PUT", "/sandbox/senders/{number}", send("PUT", sender, "{'segmentsPerSecond':9}"))
                        .status())
                .isEqualTo(200);
        described("GET", "/sandbox/senders/{number}", business.get(sender));
        assertThat(described(
                                "PUT",
                                "/sandbox/senders/{number}/registration",
                                send("PUT", sender + "/registration", "{'status':'REGISTERED'}"))
                        .status())
                .isEqualTo(200);
        assertThat(described(
                                "PUT",
                                "/sandbox/accounts/{sid}/text-quota",
                                send(
                                        "PUT",
                                        "/sandbox/accounts/" + Account.BUSINESS_SID + "/text-quota",
                                        "{'textsPerDay':9}"))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void a_limit_of_calls_at_once_is_answered_as_described() {
        String path = "/sandbox/accounts/" + Account.BUSINESS_SID + "/call-limit";

        described("PUT", "/sandbox/accounts/{sid}/call-limit", send("PUT", path, "{'callsAtOnce':9}"));
        described("PUT", "/sandbox/accounts/{sid}/call-limit", send("PUT", path, "{'callsAtOnce':-1}"));
    }

    @Test
    void what_networks_take_from_a_campaign_or_brand_is_answered_as_described() {
        String brand = business.post(
                        "/messaging/v1/a2p/BrandRegistrations",
                        "CustomerProfileBundleSid=BU1&A2PProfileBundleSid=BU2&Mock=true".split("[=&]"))
                .text("sid");
        String template = "/sandbox/registrations/{sid}/limits";
        String path = "/sandbox/registrations/" + brand + "/limits";

        described("PUT", template, send("PUT", path, "{'segmentsPerDay':2000}"));
        described("GET", template, business.get(path));
        described("GET", template, business.get("/sandbox/registrations/BN1/limits"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'behaviour':'no-media'}",
                "{'behaviour':'fail','errorCode':30017}",
                "{'behaviour':'deliver','receiptAfterSeconds':9}",
                "{'behaviour':'no-receipt'}",
                "{'behaviour':'landline','known':true}",
                "{'behaviour':'unreachable','afterSeconds':2.5}"
            })
    void what_becomes_of_texts_is_answered_as_described(String behaviour) {
        assertThat(described(
                                "PUT",
                                "/sandbox/handsets/{number}/texting",
                                send("PUT", "/sandbox/handsets/+14155550191/texting", behaviour))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void the_debugger_webhook_is_answered_as_described() {
        String template = "/sandbox/accounts/{account}/debugger";
        String path = "/sandbox/accounts/" + Account.BUSINESS_SID + "/debugger";

        assertThat(described("GET", template, business.get(path)).status()).isEqualTo(404);
        assertThat(described("PUT", template, send("PUT", path, "{'url':'http://127.0.0.1:9/alerts'}"))
                        .text("method"))
                .isEqualTo("POST");
        assertThat(described("GET", template, business.get(path)).status()).isEqualTo(200);
        assertThat(described("DELETE", template, business.delete(path)).status())
                .isEqualTo(204);
    }

    @Test
    void time_is_stopped_moved_and_set_running_again() {
        assertThat(described("PUT", "/sandbox/time", send("PUT", "/sandbox/time", "{'mode':'stepped','speed':50}"))
                        .text("mode"))
                .isEqualTo("stepped");
        Instant before = Instant.parse(business.get("/sandbox/time").text("now"));

        Rest.Reply moved = described("POST", "/sandbox/time/advance", advance(86_400.5));

        assertThat(Instant.parse(moved.text("now"))).isEqualTo(before.plusMillis(86_400_500));
        Rest.Reply running = send("PUT", "/sandbox/time", "{'mode':'running'}");
        assertThat(running.text("mode")).isEqualTo("running");
        assertThat(running.json().get("speed").asDouble()).isEqualTo(50);
        assertThat(described("POST", "/sandbox/time/advance", advance(1)).status())
                .isEqualTo(409);
    }

    /** A method, a path, a body, and what is wrong with it. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "PUT  | /sandbox/time                   | {'mode':'backwards'}          | mode",
                "PUT  | /sandbox/time                   | {'speed':0.5}                 | speed",
                "PUT  | /sandbox/time                   | {'speed':'fast'}              | speed",
                "PUT  | /sandbox/time                   | {'pace':2}                    | pace",
                "POST | /sandbox/time/advance           | {}                            | seconds",
                "POST | /sandbox/time/advance           | {'seconds':-1}                | seconds",
                "POST | /sandbox/time/advance           | {'seconds':2678401}           | seconds",
                "POST | /sandbox/time/advance           | {'seconds':'a day'}           | seconds",
                "PUT  | /sandbox/handsets/+14155550191  | {'behaviour':'explode'}       |",
                "PUT  | /sandbox/handsets/+14155550191  | {'behaviour':'answer','afterSeconds':601} | afterSeconds",
                "PUT  | /sandbox/handsets/+14155550191  | {'behaviour':'answer','afterSeconds':'x'} | afterSeconds",
                "PUT  | /sandbox/handsets/+14155550191  | {'behaviour':'answer','twiml':'<Response'} | twiml",
                "PUT  | /sandbox/handsets/+14155550191  | {'behaviour':'busy','colour':1} | colour",
                "PUT  | /sandbox/handsets/911           | {'behaviour':'busy'}          | number",
                "PUT  | /sandbox/accounts/me/debugger   | {'url':'http://x.example/'}   | account",
                "PUT  | /sandbox/accounts/AC00000000000000000000000000000001/debugger | {'url':'ftp://x/'} | url",
                "PUT  | /sandbox/accounts/AC00000000000000000000000000000001/debugger | {'url':'http://x/','method':'PUT'} | method"
            })
    void what_makes_no_sense_is_refused_with_the_name_of_the_field(
            String method, String path, String body, String field) {
        Rest.Reply reply = send(method, path, body);

        assertThat(reply.status()).isEqualTo(400);
        assertThat(new Schema(description)
                        .problems(description.at("/components/schemas/Problem"), reply.json(), "problem"))
                .isEmpty();
        assertThat(reply.json().path("field").asString(null)).isEqualTo(field);
    }

    static Stream<String> routesWithBodies() {
        return Stream.of(
                "PUT /sandbox/time",
                "POST /sandbox/time/advance",
                "PUT /sandbox/handsets/+14155550191",
                "PUT /sandbox/accounts/AC00000000000000000000000000000001/debugger",
                "PUT /sandbox/accounts/AC00000000000000000000000000000001/text-quota",
                "PUT /sandbox/accounts/AC00000000000000000000000000000001/call-limit",
                "POST /sandbox/handsets/+14155550191/texts",
                "PUT /sandbox/handsets/+14155550191/texting",
                "PUT /sandbox/senders/+14155550101",
                "PUT /sandbox/senders/+14155550101/registration",
                "POST /sandbox/faults");
    }

    @ParameterizedTest
    @MethodSource("routesWithBodies")
    void a_body_that_is_no_json_or_too_long_or_too_deep_is_refused(String route) {
        String[] methodAndPath = route.split(" ");
        for (String body : new String[] {"", "{", "null", "[]", "7", "{} {}", "\u0000", "[".repeat(20_000)}) {
            Rest.Reply reply = send(methodAndPath[0], methodAndPath[1], body);
            assertThat(reply.status()).as(body.length() > 9 ? "deep" : body).isEqualTo(400);
            assertThat(reply.text("message")).isNotBlank();
        }
        assertThat(send(methodAndPath[0], methodAndPath[1], "{'x':'" + "y".repeat(100_000) + "'}")
                        .status())
                .isEqualTo(413);
    }

    @Test
    void a_path_that_is_not_there_is_404_and_a_wrong_method_405() {
        assertThat(business.get("/sandbox/nothing").status()).isEqualTo(404);
        assertThat(send("POST", "/sandbox/ledger", "{}").status()).isEqualTo(405);
    }
}
