package io.cloudpbx.dialing.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudpbx.access.Role;
import io.cloudpbx.access.web.ApiPerson;
import io.cloudpbx.access.web.WebTest;
import io.cloudpbx.dialing.DialedCall;
import io.cloudpbx.dialing.DialedCall.State;
import io.cloudpbx.dialing.flow.DialRules.Used;
import io.cloudpbx.dialing.flow.Reached;
import io.cloudpbx.dialing.store.DialedCallRows;
import io.cloudpbx.telephony.PhoneNumber;
import java.time.Clock;
import java.time.Duration;
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

    @Autowired
    private DialedCallRows rows;

    @Autowired
    private Clock clock;

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
        jdbc.sql("update messaging_settings set frozen = false").update();
        jdbc.sql("delete from dialed_call").update();
        jdbc.sql("update company_settings set call_countries = '{US,CA}'").update();
        jdbc.sql("update dial_settings set calls_per_day = 100, cents_per_day = 1000")
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
        "999, emergency_number",
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
        jdbc.sql("update dialed_call set state = 'ended', rank = 6, ended_at = created_at where ended_at is null")
                .update();
        var refused = owner.post("/api/calls", wish(TO));

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.code()).isEqualTo("call_limit");
        assertThat(ApiPerson.of(Role.OWNER, port, beans)
                        .post("/api/calls", wish(TO))
                        .status())
                .as("somebody else's day")
                .isEqualTo(201);
    }

    /** Nobody carries it, so it stays as it is. */
    private DialedCall live(ApiPerson person, String to, Duration ago) {
        var call = new DialedCall(
                UUID.randomUUID(),
                idOf(person),
                "Dana",
                extension,
                new PhoneNumber("+14155550190"),
                new PhoneNumber("+14155550170"),
                new PhoneNumber(to),
                null,
                State.READY,
                Reached.IN_PROGRESS,
                7200,
                clock.instant().minus(ago),
                null,
                null,
                null,
                "");
        rows.insert(call);
        return call;
    }

    private UUID idOf(ApiPerson person) {
        var made = person.post("/api/calls", wish(TO));
        assertThat(made.status()).as(made.text()).isEqualTo(201);
        UUID id = UUID.fromString(made.body().get("id").asString());
        UUID user = jdbc.sql("select user_id from dialed_call where id = ?")
                .param(id)
                .query(UUID.class)
                .single();
        jdbc.sql("delete from dialed_call where id = ?").param(id).update();
        return user;
    }

    @Test
    void somebody_is_in_one_call_at_a_time_whenever_it_began() {
        var call = live(owner, "+14155550148", Duration.ofDays(2));
        assertThat(rows.lockUsed(call.userId(), clock.instant())).isEqualTo(new Used(1, 7200, true));

        var refused = owner.post("/api/calls", wish(TO));

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.code()).isEqualTo("call_live");
        assertThat(ApiPerson.of(Role.OWNER, port, beans)
                        .post("/api/calls", wish(TO))
                        .status())
                .as("somebody else")
                .isEqualTo(201);
    }

    @Test
    void a_restored_system_calls_nobody() {
        jdbc.sql("update messaging_settings set frozen = true").update();

        var refused = owner.post("/api/calls", wish(TO));

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.code()).isEqualTo("outbound_frozen");
        assertThat(owner.get("/api/calls?ext=177").each("/id")).isEmpty();
    }

    @Test
    void a_request_sent_again_calls_nobody_again() {
        String key = UUID.randomUUID().toString();
        var first = owner.postOnce("/api/calls", wish(TO), key);
        assertThat(first.status()).as(first.text()).isEqualTo(201);
        var again = owner.postOnce("/api/calls", wish(TO), key);

        assertThat(again.status()).as(again.text()).isEqualTo(201);
        assertThat(again.body().get("id")).isEqualTo(first.body().get("id"));
        assertThat(owner.get("/api/calls?ext=177").each("/id")).hasSize(1);
        assertThat(owner.postOnce("/api/calls", wish("(415) 555-0149"), key).code())
                .isEqualTo("idempotency_key_reused");
    }

    @Test
    void whoever_is_forgotten_leaves_no_number_in_the_log() {
        var contact = owner.post("/api/contacts", "{\"name\":\"Maria Lopez\",\"numbers\":[\"+14155550161\"]}");
        assertThat(contact.status()).as(contact.text()).isEqualTo(201);
        String id = live(owner, "+14155550161", Duration.ofMinutes(1)).id().toString();

        assertThat(owner.delete("/api/contacts/" + contact.body().get("id").asString())
                        .status())
                .isEqualTo(200);

        var call = owner.get("/api/calls/" + id);
        assertThat(call.status()).isEqualTo(200);
        assertThat(call.body().get("to").isNull()).as(call.text()).isTrue();
        assertThat(call.text()).doesNotContain("0161");
        assertThat(owner.get("/api/calls?ext=177").each("/toDisplay")).containsExactly("Deleted person");
    }
}
