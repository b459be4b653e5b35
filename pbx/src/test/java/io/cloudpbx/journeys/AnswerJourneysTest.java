package io.cloudpbx.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What the assistant says to people who text Harbor Dental, without Claude. */
class AnswerJourneysTest {
    private static final AtomicInteger PEOPLE = new AtomicInteger(100);

    private final Company company = TwoPrograms.shared().company();
    private final Outside outside = TwoPrograms.shared().outside();
    private final String person = "+1661555%04d".formatted(PEOPLE.getAndIncrement());

    @Test
    void a_question_that_the_business_has_answered_before_is_answered_by_somebody_who_says_to_be_no_person() {
        outside.texts(person, Outside.MAIN_NUMBER, "What is your address?");

        await().untilAsserted(() -> assertThat(outside.received(person)).hasSize(1));
        assertThat(outside.received(person))
                .singleElement()
                .asString()
                .containsIgnoringCase("automated")
                .contains("San Francisco");
        JsonNode answer = lastAnswer();
        assertThat(answer.get("author").get("kind").asString()).isEqualTo("assistant");
        assertThat(company.get("/api/messages/" + answer.get("id").asString() + "/answer")
                        .body()
                        .get("mind")
                        .asString())
                .isEqualTo("offline");
    }

    @Test
    void whoever_asks_for_a_person_is_told_so_and_the_inbox_shows_it() {
        outside.texts(person, Outside.MAIN_NUMBER, "Can I talk to a real person please?");

        await().untilAsserted(() -> assertThat(outside.received(person)).hasSize(1));
        assertThat(conversation().get("needsPerson").asString()).isNotEmpty();
        assertThat(company.get("/api/conversations?box=needs_person&q=" + person.substring(1))
                        .body()
                        .get("items")
                        .size())
                .isEqualTo(1);
    }

    @Test
    void a_conversation_that_a_person_has_is_not_answered_until_it_is_given_back() {
        company.post(
                "/api/conversations/reply",
                Map.of("from", person, "to", Outside.MAIN_NUMBER, "message", "Hello, Dana here."));
        outside.texts(person, Outside.MAIN_NUMBER, "What is your address?");
        await().until(() -> conversation().get("unread").asInt() == 1);
        String id = conversation().get("id").asString();

        company.post("/api/conversations/" + id + "/give-back", Map.of());
        outside.texts(person, Outside.MAIN_NUMBER, "Where are you located?");

        await().untilAsserted(() -> assertThat(outside.received(person)).hasSize(2));
        assertThat(outside.received(person).get(1)).contains("San Francisco");
    }

    private JsonNode conversation() {
        return await().until(
                        () -> company.get("/api/conversations?box=all&q=" + person.substring(1))
                                .body()
                                .get("items"),
                        items -> !items.isEmpty())
                .get(0);
    }

    private JsonNode lastAnswer() {
        List<JsonNode> texts = company.get(
                        "/api/conversations/" + conversation().get("id").asString() + "/entries")
                .body()
                .get("items")
                .valueStream()
                .filter(entry -> entry.get("kind").asString().equals("text_out"))
                .map(entry -> entry.get("message"))
                .toList();
        return texts.getFirst();
    }
}
