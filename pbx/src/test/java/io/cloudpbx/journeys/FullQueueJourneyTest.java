package io.cloudpbx.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.cloudpbx.jobs.Jobs;
import io.cloudpbx.messaging.Outbox;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** A text to one person whose number has no room left at the carrier: nothing was taken of it, and nobody has to send it again. */
class FullQueueJourneyTest {
    private final TwoPrograms programs = TwoPrograms.shared();
    private final Company company = programs.company();
    private final Outside outside = programs.outside();
    private final JdbcClient database = programs.bean(JdbcClient.class);

    @BeforeEach
    void the_queue_is_full() {
        outside.breaks(Map.of(
                "where",
                Map.of("part", "rest", "method", "POST", "route", "*/Messages.json"),
                "what",
                Map.of(
                        "fault",
                        "answer",
                        "statuses",
                        List.of(Map.of("status", 400, "code", 21611, "message", "Queue is full")))));
    }

    @AfterEach
    void everything_works_again() {
        outside.works();
    }

    @Test
    void it_waits_and_leaves_once_there_is_room() {
        String person = "+15595550183";
        UUID text = send(person);
        await().untilAsserted(() -> assertThat(shown(text).get("statusText").asString())
                .isEqualTo("Waits: Too many texts of this number are waiting at the carrier."
                        + " It is tried again until there is room."));
        assertThat(shown(text).get("status").asString()).isEqualTo("scheduled");
        assertThat(shown(text).at("/why/code").asString()).isEqualTo("carrier_queue_full");
        assertThat(outside.received(person)).isEmpty();

        outside.works();
        itsTimeComes(text);

        await().untilAsserted(
                        () -> assertThat(shown(text).get("status").asString()).isEqualTo("delivered"));
        assertThat(outside.received(person)).containsExactly("Your table is ready.");
    }

    /** What somebody wrote to be sent tomorrow is taken back then; this was to leave at once. */
    @Test
    void it_is_not_taken_back_when_the_other_side_writes_meanwhile() {
        String person = "+15595550185";
        UUID text = send(person);
        await().until(() -> shown(text).get("status").asString().equals("scheduled"));
        outside.works();

        outside.texts(person, Outside.MAIN_NUMBER, "Is it ready?");
        String conversation = shown(text).get("conversationId").asString();
        await().until(() -> company.get("/api/conversations/" + conversation + "/entries")
                .body()
                .toString()
                .contains("Is it ready?"));

        itsTimeComes(text);

        await().until(() -> outside.received(person).contains("Your table is ready."));
    }

    @Test
    void after_six_hours_in_vain_it_is_given_up_and_may_be_sent_again() {
        UUID text = send("+15595550184");
        await().until(() -> shown(text).get("status").asString().equals("scheduled"));
        database.sql("update text_attempt set started_at = started_at - interval '6 hours' where text_id = :id")
                .param("id", text)
                .update();

        itsTimeComes(text);

        await().untilAsserted(
                        () -> assertThat(shown(text).get("status").asString()).isEqualTo("rejected"));
        assertThat(shown(text).get("errorCode").asInt()).isEqualTo(21611);
        assertThat(shown(text).get("canSendAgain").asBoolean()).isTrue();
    }

    private UUID send(String person) {
        var sent = company.post("/api/sms/send", Map.of("to", person, "message", "Your table is ready."));
        return UUID.fromString(sent.body().get("id").asString());
    }

    private JsonNode shown(UUID text) {
        return company.get("/api/messages/" + text).body();
    }

    private void itsTimeComes(UUID text) {
        database.sql("update text_message set send_at = now() - interval '1 second' where id = :id")
                .param("id", text)
                .update();
        programs.bean(Jobs.class).soon(Outbox.SENDING, text.toString());
    }
}
