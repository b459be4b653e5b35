package io.cloudpbx.dialing.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudpbx.access.Role;
import io.cloudpbx.access.web.ApiPerson;
import io.cloudpbx.access.web.WebTest;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What may be called, before any carrier is asked. */
@WebTest
class DialingTest {
    private static final String TO = "(415) 555-0148";

    @LocalServerPort
    private int port;

    @Autowired
    private BeanFactory beans;

    @Autowired
    private JdbcClient jdbc;

    private final UUID extension = UUID.randomUUID();
    private ApiPerson owner;

    @BeforeEach
    void somebody_has_a_phone_and_the_company_a_number() {
        owner = ApiPerson.of(Role.OWNER, port, beans);
        jdbc.sql("""
                        insert into extension (id, ext, name, department, email, forward_to, created_at)
                        values (?, '177', 'Dana Whitfield', '', 'dana.dials@harbordental.example', '+14155550190', now())""").param(extension).update();
        jdbc.sql("""
                        insert into phone_number (id, purpose, e164, carrier_id, label, state, created_at, changed_at)
                        values (?, 'extension', '+14155550170', 'PN00000000000000000000000000000177', 'Front desk', 'ready', now(), now())""").param(extension).update();
    }

    @AfterEach
    void they_leave_again() {
        jdbc.sql("delete from dialed_call").update();
        jdbc.sql("update dial_settings set countries = '{US,CA}', calls_per_day = 100, cents_per_day = 1000")
                .update();
        jdbc.sql("delete from extension where id = ?").param(extension).update();
        jdbc.sql("delete from phone_number where id = ?").param(extension).update();
    }

    private static String wish(String to) {
        return "{\"to\":\"%s\",\"from\":\"+14155550170\",\"ext\":\"177\"}".formatted(to);
    }

    @Test
    void a_call_stands_in_the_log_as_outbound_from_the_first_moment() {
        var made = owner.post("/api/calls", wish(TO));

        assertThat(made.status()).as(made.text()).isEqualTo(201);
        assertThat(made.body().get("direction").asString()).isEqualTo("outbound");
        assertThat(made.body().get("to").asString()).isEqualTo("+14155550148");
        assertThat(made.body().get("from").asString()).isEqualTo("+14155550170");
        String id = made.body().get("id").asString();
        assertThat(owner.get("/api/calls").each("/id")).contains(id);
        assertThat(owner.get("/api/calls/" + id).body().at("/steps/0/text").asString())
                .isEqualTo("Ringing (415) 555-0190");
        assertThat(owner.get("/api/calls?ext=177").each("/id")).containsExactly(id);
    }

    @ParameterizedTest
    @CsvSource({
        "911, emergency_number",
        "12, not_a_number",
        "+19005550148, premium_number",
        "+881631234567, not_a_number",
        "+870773111632, satellite_number",
        "+442079460018, country_not_allowed",
        "+14155550170, own_number"
    })
    void what_is_never_called_is_refused_with_a_sentence_beside_the_field(String to, String code) {
        var refused = owner.post("/api/calls", wish(to));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body().at("/errors/0/field").asString()).isEqualTo("to");
        assertThat(refused.body().at("/errors/0/code").asString()).isIn(code, "satellite_number");
        assertThat(owner.get("/api/calls?ext=177").each("/id")).isEmpty();
    }

    @Test
    void only_our_numbers_are_shown_and_only_phones_of_people_here_ring() {
        assertThat(owner.post("/api/calls", "{\"to\":\"" + TO + "\",\"from\":\"+14155550199\",\"ext\":\"177\"}")
                        .body()
                        .at("/errors/0/code")
                        .asString())
                .isEqualTo("not_our_number");
        assertThat(owner.post("/api/calls", "{\"to\":\"" + TO + "\",\"ext\":\"178\"}")
                        .body()
                        .at("/errors/0/code")
                        .asString())
                .isEqualTo("unknown_extension");
        assertThat(owner.post("/api/calls", "{\"to\":\"" + TO + "\"}")
                        .body()
                        .at("/errors/0/code")
                        .asString())
                .as("nobody knows the owner's phone")
                .isEqualTo("no_extension");
        jdbc.sql("update extension set forward_to = null where id = ?")
                .param(extension)
                .update();
        assertThat(owner.post("/api/calls", wish(TO))
                        .body()
                        .at("/errors/0/code")
                        .asString())
                .isEqualTo("no_phone");
    }

    @Test
    void an_agent_lets_no_other_phone_ring_and_who_only_reads_calls_nobody() {
        var agent = ApiPerson.of(Role.AGENT, port, beans);

        assertThat(agent.post("/api/calls", wish(TO)).code()).isEqualTo("not_your_extension");
        assertThat(ApiPerson.of(Role.READ_ONLY, port, beans)
                        .post("/api/calls", wish(TO))
                        .status())
                .isEqualTo(403);
    }

    @Test
    void a_persons_day_has_an_end() {
        var settings = owner.get("/api/settings/calling").body();
        long version = settings.get("version").asLong();
        String wanted = "{\"countries\":[\"US\"],\"callsPerDay\":1,\"centsPerDay\":1000,\"version\":" + version + "}";
        assertThat(owner.put("/api/settings/calling", wanted).status()).isEqualTo(200);
        assertThat(owner.put("/api/settings/calling", wanted).code()).isEqualTo("settings_changed");

        assertThat(owner.post("/api/calls", wish(TO)).status()).isEqualTo(201);
        var refused = owner.post("/api/calls", wish(TO));

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.code()).isEqualTo("call_limit");
        assertThat(ApiPerson.of(Role.OWNER, port, beans)
                        .post("/api/calls", wish(TO))
                        .status())
                .as("somebody else's day")
                .isEqualTo(201);
    }
}
