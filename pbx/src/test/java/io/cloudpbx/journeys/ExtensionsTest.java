package io.cloudpbx.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** The directory by API, with numbers bought at the carrier. */
class ExtensionsTest {
    private final Company company = TwoPrograms.shared().company();

    @Test
    void a_new_extension_gets_a_local_number_that_points_at_us() {
        var reply = company.post("/api/extensions", person("150", Map.of("areaCode", "510")));

        assertThat(reply.status()).isEqualTo(201);
        assertThat(reply.body().get("number").asString()).startsWith("+1510");
        assertThat(reply.body().at("/provisioning/state").asString()).isEqualTo("ready");
        var bought = TwoPrograms.shared()
                .carrier()
                .state()
                .number(reply.body().get("number").asString())
                .orElseThrow();
        assertThat(bought.voice().url()).startsWith(company.base() + "/ivr/inbound");
        assertThat(bought.voice().fallbackUrl()).isEqualTo(company.base() + "/ivr/fallback");
        assertThat(bought.sms().url()).startsWith(company.base() + "/sms/inbound");
        assertThat(bought.statusCallback()).startsWith(company.base() + "/ivr/status");
    }

    @Test
    void an_area_code_without_numbers_is_refused_with_what_is_there_and_nothing_is_made() {
        var reply = company.post("/api/extensions", person("151", Map.of("areaCode", "212")));

        assertThat(reply.status()).isEqualTo(409);
        assertThat(reply.code()).isEqualTo("no_numbers_in_area_code");
        assertThat(reply.field()).isEqualTo("areaCode");
        assertThat(reply.body().get("available").size()).isPositive();
        assertThat(extensions()).noneMatch(item -> item.get("ext").asString().equals("151"));
    }

    @Test
    void an_area_code_that_does_not_exist_is_refused_like_an_empty_one() {
        var reply = company.post("/api/extensions", person("151", Map.of("areaCode", "999")));

        assertThat(reply.code()).isEqualTo("no_numbers_in_area_code");
        assertThat(reply.body().get("available").size()).isPositive();
    }

    @Test
    void twenty_at_once_get_twenty_different_numbers() throws Exception {
        try (ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Company.Reply>> replies = IntStream.range(160, 180)
                    .mapToObj(ext -> people.submit(
                            () -> company.post("/api/extensions", person("" + ext, Map.of("areaCode", "707")))))
                    .toList();
            for (var reply : replies) {
                assertThat(reply.get().status()).isEqualTo(201);
            }
        }
        await().untilAsserted(() -> assertThat(extensions().stream()
                        .filter(item -> item.get("name").asString().equals("Sam Ito"))
                        .filter(item ->
                                item.at("/provisioning/areaCode").asString("").equals("707"))
                        .map(item -> item.get("number").asString(""))
                        .filter(number -> number.startsWith("+1707"))
                        .distinct())
                .hasSize(20));
    }

    @Test
    void ten_who_want_the_same_extension_at_once_are_one_winner_and_nine_told() throws Exception {
        try (ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Company.Reply>> replies = IntStream.range(0, 10)
                    .mapToObj(i -> people.submit(
                            () -> company.post("/api/extensions", person("155", Map.of("areaCode", "925")))))
                    .toList();
            int created = 0;
            for (var reply : replies) {
                created += reply.get().status() == 201 ? 1 : 0;
                assertThat(reply.get().status()).isIn(201, 409);
            }
            assertThat(created).isEqualTo(1);
        }
        long bought = numbersBoughtIn("925");
        await().during(Duration.ofMillis(500)).until(() -> numbersBoughtIn("925") == bought);
        assertThat(bought).isEqualTo(1);
    }

    private long numbersBoughtIn(String areaCode) {
        var carrier = TwoPrograms.shared().carrier().state();
        return IntStream.range(100, 200)
                .mapToObj(last -> "+1%s555%04d".formatted(areaCode, last))
                .filter(number -> carrier.number(number).isPresent())
                .count();
    }

    @ParameterizedTest
    @CsvSource({"100,ext", "200,ext", "99,ext", "1011,ext", "abc,ext", "'',ext", "１０１,ext"})
    void a_wrong_extension_number_is_named(String ext, String field) {
        var reply = company.post("/api/extensions", person(ext, Map.of()));
        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.field()).isEqualTo(field);
    }

    @ParameterizedTest
    @ValueSource(strings = {"911", "phone", "+19005551234", "+18765550100", "+442079460000", "12"})
    void a_phone_that_may_not_be_forwarded_to_is_refused(String forwardTo) {
        var reply = company.post("/api/extensions", person("152", Map.of("forwardTo", forwardTo)));
        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.field()).isEqualTo("forwardTo");
    }

    @Test
    void forwarding_to_ourselves_is_refused() {
        String ours = company.extension("101").get("number").asString();
        var reply = company.post("/api/extensions", person("152", Map.of("forwardTo", ours)));
        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.body().at("/errors/0/code").asString()).isEqualTo("own_number");
    }

    @Test
    void a_taken_extension_an_unknown_field_and_broken_json_are_told_apart() {
        assertThat(company.post("/api/extensions", person("101", Map.of())).code())
                .isEqualTo("extension_taken");
        var unknown = company.post("/api/extensions", person("153", Map.of("favouriteColour", "blue")));
        assertThat(unknown.status()).isBetween(400, 422);
        assertThat(unknown.body().toString()).contains("favouriteColour");
        assertThat(company.postText("/api/extensions", "{\"ext\":").status()).isEqualTo(400);
    }

    @Test
    void hostile_names_are_kept_as_they_are() {
        String name = "</Say><Dial>\u202e😀";
        var reply = company.post("/api/extensions", person("154", Map.of("name", name)));
        assertThat(reply.status()).isEqualTo(201);
        assertThat(company.extension("154").get("name").asString()).isEqualTo(name);
        assertThat(company.post("/api/extensions", person("153", Map.of("name", "x".repeat(10_000))))
                        .field())
                .isEqualTo("name");
        assertThat(company.post("/api/extensions", person("153", Map.of("name", "A\0B")))
                        .field())
                .isEqualTo("name");
        assertThat(company.get("/api/voicemails?ext=%00").field()).isEqualTo("ext");
    }

    @Test
    void editing_needs_the_version_that_was_seen() {
        var made = company.post("/api/extensions", person("156", Map.of())).body();
        String path = "/api/extensions/" + made.get("id").asString();
        var edit = person(
                "156",
                Map.of("department", "Sales", "version", made.get("version").asLong()));

        assertThat(company.put(path, edit).body().get("department").asString()).isEqualTo("Sales");
        assertThat(company.put(path, edit).code()).isEqualTo("extension_changed");
    }

    @Test
    void deactivating_keeps_the_number_unless_told_to_give_it_back() {
        var kept = company.post("/api/extensions", person("157", Map.of("areaCode", "415")))
                .body();
        var reply = company.delete("/api/extensions/" + kept.get("id").asString());
        assertThat(reply.body().at("/number/fate").asString()).isEqualTo("kept");
        assertThat(reply.body().at("/number/detail").asString())
                .contains(kept.get("numberDisplay").asString());

        var released = company.post("/api/extensions", person("157", Map.of("areaCode", "415")))
                .body();
        company.delete("/api/extensions/" + released.get("id").asString() + "?number=release");
        var carrier = TwoPrograms.shared().carrier().state();
        await().until(() -> carrier.number(released.get("number").asString()).isEmpty());
        assertThat(carrier.number(kept.get("number").asString())).isPresent();
    }

    private List<JsonNode> extensions() {
        return company.get("/api/extensions").body().get("items").valueStream().toList();
    }

    private static Map<String, Object> person(String ext, Map<String, ?> more) {
        var body = new HashMap<String, Object>(
                Map.of("ext", ext, "name", "Sam Ito", "department", "", "email", "sam@harbordental.example"));
        body.putAll(more);
        return body;
    }
}
