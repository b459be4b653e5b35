package io.cloudpbx.compliance;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudpbx.access.Role;
import io.cloudpbx.access.web.ApiPerson;
import io.cloudpbx.access.web.WebTest;
import io.cloudpbx.messaging.flow.ArrivedText;
import io.cloudpbx.messaging.flow.Hearing;
import io.cloudpbx.messaging.flow.Meaning;
import io.cloudpbx.messaging.flow.ThreadState;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

@WebTest
class ComplianceTest {
    private static final String PATH = "/api/settings/compliance";

    @LocalServerPort
    private int port;

    @Autowired
    private BeanFactory beans;

    @Autowired
    private JdbcClient jdbc;

    private ApiPerson owner;
    private ApiPerson reader;

    @BeforeEach
    void people() {
        jdbc.sql("delete from contact").update();
        owner = ApiPerson.of(Role.OWNER, port, beans);
        reader = ApiPerson.of(Role.READ_ONLY, port, beans);
        long version = owner.get("/api/settings").body().get("version").asLong();
        owner.put("/api/settings", """
                {"businessName":"Tidepool Bakery","timeZone":"America/Denver","version":%d}""".formatted(version));
    }

    private JsonNode view() {
        var answer = reader.get(PATH);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.body();
    }

    @Test
    void the_business_is_named_wherever_a_text_names_it() {
        JsonNode view = view();
        assertThat(view.get("businessName").asString()).isEqualTo("Tidepool Bakery");
        assertThat(view.get("campaignText").asString())
                .isEqualTo("Tidepool Bakery: Your message. Reply STOP to opt out.");
        for (String reply : new String[] {"stop", "start", "help"}) {
            assertThat(view.at("/replies/" + reply).asString()).startsWith("Tidepool Bakery: ");
        }
    }

    @Test
    void every_word_that_is_said_to_opt_somebody_out_does() {
        JsonNode words = view().at("/replies/stopWords");
        assertThat(words.size()).isGreaterThan(5);
        var thread = new ThreadState(false, true, List.of());
        words.forEach(word -> assertThat(Hearing.hear(new ArrivedText(word.asString(), 0, "+14155550142"), thread)
                        .meaning())
                .as(word.asString())
                .isEqualTo(Meaning.OPT_OUT));
    }

    @Test
    void quiet_hours_are_those_by_which_the_gate_judges() {
        JsonNode hours = view().get("quietHours");
        assertThat(hours.at("/week/0/day").asString()).isEqualTo("monday");
        assertThat(hours.at("/week/0/hours/0").asString()).isEqualTo("10:00-20:00");
        assertThat(hours.at("/week/6/hours/0").asString()).isEqualTo("13:30-20:00");
        assertThat(hours.get("closedOnFederalHolidays").asBoolean()).isTrue();
        assertThat(hours.get("campaignTextsADay").asInt()).isEqualTo(1);
        assertThat(hours.get("places").valueStream().map(JsonNode::asString)).contains("Florida", "Canada");
    }

    @Test
    void what_callers_are_told_follows_the_settings_that_decide_it() {
        assertThat(view().at("/recording/conversations").asBoolean()).isFalse();
        assertThat(view().at("/recording/announcement").asString()).contains("is recorded", "press 0");
        assertThat(view().at("/recording/voicemailNotice").asString()).startsWith("Messages are recorded");

        long version =
                owner.get("/api/settings/receptionist").body().get("version").asLong();
        owner.put("/api/settings/receptionist", """
                {"keepWordsDays":30,"recordConversations":true,"version":%d}""".formatted(version));
        assertThat(view().at("/recording/conversations").asBoolean()).isTrue();
        assertThat(view().at("/retention/conversationDays").asInt()).isEqualTo(30);
        owner.put("/api/settings/receptionist", """
                {"keepWordsDays":90,"recordConversations":false,"version":%d}""".formatted(version + 1));
    }

    @Test
    void consent_is_counted_by_itself() {
        String id = owner.post("/api/contacts", """
                        {"name":"Chen Wu","numbers":["+14155550143"]}""").body().get("id").asString();
        assertThat(reader.get(PATH + "/consent").body().get("silent").asInt()).isEqualTo(1);
        owner.post("/api/contacts/" + id + "/consents", """
                {"number":"+14155550143","category":"marketing","method":"paper","words":"Signed",
                 "wording":"I agree.","wordingVersion":"1","language":"en","at":"2026-01-05T12:00:00Z"}""");

        JsonNode tally = reader.get(PATH + "/consent").body();
        assertThat(tally.get("contacts").asInt()).isEqualTo(1);
        assertThat(tally.get("marketing").asInt()).isEqualTo(1);
        assertThat(tally.get("silent").asInt()).isZero();
    }
}
