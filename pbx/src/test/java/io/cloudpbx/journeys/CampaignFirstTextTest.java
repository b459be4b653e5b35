package io.cloudpbx.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Who is told by a campaign that sells nothing who texts them and how to be left alone, and how often (C25). */
class CampaignFirstTextTest {
    private static final AtomicInteger PEOPLE = new AtomicInteger(9700);
    private static final TwoPrograms AFTERNOON = TwoPrograms.sharedAfternoon();
    /** One segment as it stands, and two when it is signed. */
    private static final String NEWS = "The road to us is closed from Monday to Thursday. Please come by the harbor,"
            + " where we have kept places for you on the quay, behind the red house.";

    private static final String SIGNED = "Harbor Dental: " + NEWS + " Reply STOP to opt out.";

    private final Company company = AFTERNOON.company();
    private final Outside outside = AFTERNOON.outside();

    @Test
    void a_person_is_told_in_the_first_text_and_again_when_thirty_days_have_passed() {
        String person = person();

        over(started(List.of(person)));
        pass(1, person);
        over(started(List.of(person)));
        assertThat(outside.received(person)).containsExactlyInAnyOrder(SIGNED, NEWS);
        pass(30, person);
        over(started(List.of(person)));

        assertThat(outside.received(person)).containsExactlyInAnyOrder(SIGNED, NEWS, SIGNED);
    }

    @Test
    void a_marketing_text_tells_it_too() {
        String person = person();
        var told = new HashMap<>(campaign(List.of(person)));
        told.put("kind", "marketing");
        over(begun(told));
        pass(1, person);

        over(started(List.of(person)));

        assertThat(outside.received(person)).containsExactlyInAnyOrder(SIGNED, NEWS);
    }

    @Test
    void the_sheet_its_readers_and_what_is_kept_say_what_each_reads() {
        String knows = person();
        over(started(List.of(knows)));
        pass(1, knows);
        String new1 = person();
        String new2 = person();

        String at = drafted(campaign(List.of(knows, new1, new2)));

        assertThat(company.get(at + "/launch").body().get("segments").asInt()).isEqualTo(1 + 2 + 2);
        assertThat(company.get(at + "/readers").body().get("items"))
                .extracting(
                        reader -> reader.get("message").asString(),
                        reader -> reader.get("segments").asInt())
                .containsExactly(tuple(NEWS, 1), tuple(SIGNED, 2), tuple(SIGNED, 2));
        assertThat(messages(at)).containsExactly(NEWS, SIGNED, SIGNED);
        company.post(at + "/start", Map.of());
        over(at);
        assertThat(messages(at)).containsExactly(NEWS, SIGNED, SIGNED);
        assertThat(company.file(at + "/history.csv").lines().filter(row -> row.contains(knows)))
                .isNotEmpty()
                .allSatisfy(row -> assertThat(row).contains(NEWS).doesNotContain("Reply STOP"));
        assertThat(outside.received(new2)).containsExactly(SIGNED);
    }

    @Test
    void the_composer_counts_the_most_that_anybody_reads() {
        JsonNode preview = company.post("/api/campaigns/preview", Map.of("message", NEWS, "kind", "informational"))
                .body();

        assertThat(preview.get("message").asString()).isEqualTo(SIGNED);
        assertThat(preview.get("segments").asInt()).isEqualTo(2);
    }

    private List<String> messages(String at) {
        return company.get(at + "/deliveries")
                .body()
                .get("items")
                .valueStream()
                .map(item -> item.get("message").asString())
                .toList();
    }

    private void pass(int days, String person) {
        AFTERNOON
                .bean(JdbcClient.class)
                .sql("update delivery set sent_at = sent_at - :days * interval '1 day' where to_number = :person")
                .param("days", days)
                .param("person", person)
                .update();
    }

    private void over(String at) {
        await().until(() -> {
            JsonNode now = company.get(at).body();
            return now.get("state").asString().equals("done")
                    && now.at("/counts/sent").asInt() == 0;
        });
    }

    private String started(List<String> recipients) {
        return begun(campaign(recipients));
    }

    private String begun(Map<String, Object> campaign) {
        String at = drafted(campaign);
        company.post(at + "/start", Map.of());
        return at;
    }

    private String drafted(Map<String, Object> campaign) {
        var made = company.post("/api/campaigns", campaign);
        assertThat(made.status()).as(made.body().toString()).isEqualTo(201);
        return "/api/campaigns/" + made.body().at("/campaign/id").asString();
    }

    private static Map<String, Object> campaign(List<String> recipients) {
        return Map.of(
                "name",
                "Road",
                "message",
                NEWS,
                "kind",
                "informational",
                "recipients",
                recipients,
                "consent",
                Map.of("method", "web form", "words", "Text me news of my visits and offers."),
                "fromNumber",
                Outside.MAIN_NUMBER,
                "draft",
                true);
    }

    private static String person() {
        return "+1559555%04d".formatted(PEOPLE.getAndIncrement());
    }
}
