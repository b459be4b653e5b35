package io.cloudpbx.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.twilio.http.TwilioRestClient;
import com.twilio.rest.api.v2010.account.Message;
import com.twilio.type.PhoneNumber;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Somebody who is deleted while the carrier has been asked for their text, and nobody knows what became of it. */
class ForgettingCampaignsTest {
    private static final String PERSON = "+16615550164";

    private final TwoPrograms programs = TwoPrograms.sharedAfternoon();
    private final Company company = programs.company();
    private final Outside outside = programs.outside();
    private final TwilioRestClient console = programs.bean(TwilioRestClient.class);

    @AfterEach
    void everything_works_again() {
        outside.works();
    }

    @Test
    void who_is_deleted_while_their_text_is_on_its_way_is_forgotten_at_the_carrier_too_when_it_tells_of_it()
            throws Exception {
        outside.breaks(Map.of(
                "where", Map.of("part", "webhook", "callback", "message.status"), "what", Map.of("fault", "drop")));
        outside.breaks(Map.of(
                "where",
                Map.of("part", "rest", "method", "POST", "route", "*/Messages.json"),
                "what",
                Map.of("fault", "cut", "when", "after"),
                "howOften",
                Map.of("first", 1)));
        String contact = "/api/contacts/"
                + company.post("/api/contacts", Map.of("name", "Ida Koch", "numbers", List.of(PERSON)))
                        .body()
                        .get("id")
                        .asString();
        String campaign = campaign();
        await().untilAsserted(() -> assertThat(count(campaign, "checking")).isEqualTo(1));

        assertThat(company.delete(contact).status()).isEqualTo(200);

        Message taken = Message.reader()
                .setTo(new PhoneNumber(PERSON))
                .read(console)
                .iterator()
                .next();
        assertThat(taken.getBody()).contains("Spring is here.");
        assertThat(tells(taken.getSid())).isEqualTo(204);

        await().untilAsserted(() -> assertThat(
                        company.get(campaign + "/deliveries").body().get("items"))
                .as("nobody is in it any more")
                .isEmpty());
        await().untilAsserted(() -> assertThat(atCarrier(contact, "done")).isEqualTo(1));
        assertThat(atCarrier(contact, "left")).isZero();
        assertThat(Message.fetcher(taken.getSid()).fetch(console).getBody()).isEmpty();
    }

    private String campaign() {
        var made = company.post(
                "/api/campaigns",
                Map.of(
                        "name",
                        "Spring",
                        "message",
                        "Spring is here.",
                        "recipients",
                        List.of(PERSON),
                        "fromNumber",
                        Outside.MAIN_NUMBER,
                        "consent",
                        Map.of("method", "web form", "words", "I agree to get marketing texts from Harbor Dental.")));
        assertThat(made.status()).as(made.body().toString()).isEqualTo(201);
        return "/api/campaigns/" + made.body().at("/campaign/id").asString();
    }

    /** The news of it that was lost comes after all. */
    private int tells(String sid) throws Exception {
        String token = programs.bean(JdbcClient.class)
                .sql("select token from delivery where to_number = :person")
                .param("person", PERSON)
                .query(String.class)
                .single();
        return new CarrierByHand(company.base())
                .signed("/sms/campaigns/" + token, Map.of("MessageSid", sid, "MessageStatus", "delivered"))
                .statusCode();
    }

    private int count(String at, String state) {
        return company.get(at).body().at("/counts/" + state).asInt();
    }

    private int atCarrier(String contact, String which) {
        return company.get(contact + "/deletion")
                .body()
                .at("/atCarrier/" + which)
                .asInt();
    }
}
