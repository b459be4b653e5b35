package io.cloudpbx.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.cloudpbx.messaging.send.Acceptances;
import io.cloudpbx.telephony.CarrierId;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A text that did not arrive is sent once more, and only then the carrier tells about the first time. */
class SentAgainTest {
    private static final String PERSON = "+15595550171";

    private final TwoPrograms programs = TwoPrograms.shared();
    private final Company company = programs.company();
    private final JdbcClient database = programs.bean(JdbcClient.class);
    private final Acceptances carrier = programs.bean(Acceptances.class);

    @AfterEach
    void everything_works_again() {
        programs.outside().works();
    }

    @Test
    void what_the_carrier_says_of_the_first_time_does_not_speak_for_the_second() {
        programs.outside().takesTexts(PERSON, Map.of("behaviour", "unreachable"));
        var sent = company.post("/api/sms/send", Map.of("to", PERSON, "message", "Are you coming?"));
        UUID text = UUID.fromString(sent.body().get("id").asString());
        await().until(() -> status(text).equals("undelivered"));
        Attempt first = attempt(text);
        secondIsUnderWay(text);

        carrier.proven(first.token(), first.id());
        assertThat(carrierId(text)).isNull();

        carrier.proven("second", new CarrierId("SM00000000000000000000000000005171"));
        assertThat(carrierId(text)).isEqualTo("SM00000000000000000000000000005171");
    }

    private record Attempt(String token, CarrierId id) {}

    private Attempt attempt(UUID text) {
        return database.sql("select token, carrier_id from text_attempt where text_id = :text")
                .param("text", text)
                .query((row, index) -> new Attempt(row.getString("token"), new CarrierId(row.getString("carrier_id"))))
                .single();
    }

    /** As it is between the second request and its answer. */
    private void secondIsUnderWay(UUID text) {
        database.sql(
                        "update text_message set state = 'sending', carrier_id = null, carrier_status = null where id = :id")
                .param("id", text)
                .update();
        database.sql(
                        "insert into text_attempt (token, text_id, started_at, state) values ('second', :id, now(), 'sending')")
                .param("id", text)
                .update();
    }

    private String status(UUID text) {
        return company.get("/api/messages/" + text).body().get("status").asString();
    }

    private String carrierId(UUID text) {
        return database.sql("select carrier_id from text_message where id = :id")
                .param("id", text)
                .query((row, index) -> row.getString(1))
                .list()
                .getFirst();
    }
}
