package io.cloudpbx.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Whom a campaign cannot reach, what it cannot say, and that one that waits for its time begins by itself. */
class CampaignStrangersTest {
    private static final Map<String, String> AGREED = Map.of("method", "paper", "words", "I agree.");
    private static final String TOLL_FREE = "+18005550143";
    private static final String FOREIGN = "+442079460143";
    private static final String PREMIUM = "+19005550143";
    private static final String CITIZEN = "+15595559043";

    private static final TwoPrograms AFTERNOON = TwoPrograms.sharedAfternoon();

    private final Company company = AFTERNOON.company();
    private final Outside outside = AFTERNOON.outside();

    @Test
    void who_cannot_be_texted_is_counted_with_the_reason_and_gets_nothing() {
        var made = company.post(
                "/api/campaigns",
                campaign("Strangers", "Half price.", List.of(CITIZEN, TOLL_FREE, FOREIGN, PREMIUM, "12 apples")));
        String at = "/api/campaigns/" + made.body().at("/campaign/id").asString();
        JsonNode sheet = company.get(at + "/launch").body();

        assertThat(made.body().at("/intake/taken").asInt()).isEqualTo(4);
        assertThat(made.body().at("/intake/rejected/0/code").asString()).isEqualTo("not_a_number");
        assertThat(sheet.get("willGet").asInt()).isEqualTo(1);
        assertThat(sheet.get("skipped").valueStream())
                .allSatisfy(reason -> {
                    assertThat(reason.get("count").asInt()).isEqualTo(1);
                    assertThat(reason.get("sentence").asString()).isNotBlank();
                })
                .extracting(reason -> reason.get("code").asString())
                .containsExactlyInAnyOrder("toll_free_recipient", "country_not_allowed", "premium_number");

        company.post(at + "/start", Map.of());
        await().until(() ->
                state(at).equals("done") && outside.received(CITIZEN).size() == 1);

        assertThat(deliveries(at))
                .containsEntry(TOLL_FREE, "skipped")
                .containsEntry(FOREIGN, "skipped")
                .containsEntry(PREMIUM, "skipped");
        assertThat(List.of(TOLL_FREE, FOREIGN, PREMIUM))
                .allSatisfy(nobody -> assertThat(outside.received(nobody)).isEmpty());
    }

    @ParameterizedTest
    @CsvSource({"message, invalid_message", "fromNumbers, not_our_number"})
    void nothing_is_half_made_of_what_is_refused(String field, String code) {
        var body = campaign("Half made", "x".repeat(2_000), List.of("+15595559044"));
        if (field.equals("fromNumbers")) {
            body.put("message", "Half price.");
            body.put("fromNumber", "+14155550143");
        }

        var refused = company.post("/api/campaigns", body);

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.field()).isEqualTo(field);
        assertThat(refused.body().at("/errors/0/code").asString()).isEqualTo(code);
        assertThat(company.get("/api/campaigns").body().get("items"))
                .extracting(each -> each.get("name").asString())
                .doesNotContain("Half made");
    }

    @Test
    void one_that_waits_for_its_time_begins_by_itself() {
        String person = "+15595559045";
        var planned = campaign("In a moment", "Half price.", List.of(person));
        Instant time = AFTERNOON.bean(Clock.class).instant().plusSeconds(5);
        planned.put("startAt", time.toString());
        var made = company.post("/api/campaigns", planned);
        String at = "/api/campaigns/" + made.body().at("/campaign/id").asString();
        company.post(at + "/start", Map.of());

        await().until(() -> state(at).equals("done"));

        assertThat(Instant.parse(company.get(at).body().get("startedAt").asString()))
                .isAfterOrEqualTo(time);
        await().until(() -> outside.received(person).size() == 1);
    }

    private String state(String at) {
        return company.get(at).body().get("state").asString();
    }

    private Map<String, String> deliveries(String at) {
        return company.get(at + "/deliveries")
                .body()
                .get("items")
                .valueStream()
                .collect(Collectors.toMap(
                        each -> each.get("to").asString(),
                        each -> each.get("state").asString()));
    }

    private static Map<String, Object> campaign(String name, String message, List<String> recipients) {
        return new HashMap<>(Map.of(
                "name",
                name,
                "message",
                message,
                "recipients",
                recipients,
                "fromNumber",
                Outside.MAIN_NUMBER,
                "consent",
                AGREED,
                "draft",
                true));
    }
}
