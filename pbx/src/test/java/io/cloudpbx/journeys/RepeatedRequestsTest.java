package io.cloudpbx.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A client that hears no answer and asks again, with its key. */
class RepeatedRequestsTest {
    private static final String PERSON = "+15595550172";

    private final TwoPrograms programs = TwoPrograms.shared();
    private final Company company = programs.company();
    private final String key = UUID.randomUUID().toString();

    @Test
    void a_text_that_is_asked_for_twice_arrives_once() {
        var text = Map.of("to", PERSON, "message", "Your crown is ready.");
        var first = company.postOnce("/api/sms/send", key, text);
        var second = company.postOnce("/api/sms/send", key, text);

        assertThat(first.status()).as(first.body().toString()).isEqualTo(201);
        assertThat(second.status()).isEqualTo(201);
        assertThat(second.body().get("id")).isEqualTo(first.body().get("id"));
        company.post("/api/sms/send", Map.of("to", PERSON, "message", "See you tomorrow."));
        await().untilAsserted(
                        () -> assertThat(programs.outside().received(PERSON)).contains("See you tomorrow."));
        assertThat(programs.outside().received(PERSON)).containsOnlyOnce("Your crown is ready.");
    }

    @Test
    void a_campaign_that_is_asked_for_twice_is_made_once() {
        Map<String, Object> wanted = Map.of(
                "name",
                "Asked twice",
                "message",
                "Only this week.",
                "recipients",
                List.of("+15595550173", "no number"),
                "fromNumber",
                Outside.MAIN_NUMBER,
                "draft",
                true);

        var first = company.postOnce("/api/campaigns", key, wanted);
        var second = company.postOnce("/api/campaigns", key, wanted);

        assertThat(first.status()).as(first.body().toString()).isEqualTo(201);
        assertThat(second.body()).isEqualTo(first.body());
    }

    @Test
    void something_else_with_the_same_key_is_refused() {
        var text = Map.of("to", "+15595550174", "message", "Your bridge is ready.");
        company.postOnce("/api/sms/send", key, text);

        var other = company.postOnce(
                "/api/sms/send", key, Map.of("to", "+15595550174", "message", "Your bridge and your crown are ready."));

        assertThat(other.status()).isEqualTo(422);
        assertThat(other.code()).isEqualTo("idempotency_key_reused");
        assertThat(company.postOnce("/api/sms/send", "two words", text).code()).isEqualTo("invalid_idempotency_key");
    }
}
