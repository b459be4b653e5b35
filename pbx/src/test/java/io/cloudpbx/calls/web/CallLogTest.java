package io.cloudpbx.calls.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudpbx.access.Role;
import io.cloudpbx.access.web.ApiPerson;
import io.cloudpbx.access.web.WebTest;
import io.cloudpbx.calls.CallWebhook;
import io.cloudpbx.calls.store.CallRows;
import io.cloudpbx.contacts.ContactDetails;
import io.cloudpbx.contacts.Contacts;
import io.cloudpbx.telephony.CallStatus;
import io.cloudpbx.telephony.CarrierId;
import io.cloudpbx.telephony.PhoneNumber;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is found in the log of calls, and what is in its file. The company is in Los Angeles. */
@WebTest
class CallLogTest {
    private static final String MAIN = "+18335550100";
    private static final String DIRECT = "+14155550176";
    private static final String JOSE = "+14155550151";
    private static final String STRANGER = "+12135550152";

    @LocalServerPort
    private int port;

    @Autowired
    private BeanFactory beans;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private CallRows rows;

    private final UUID extension = UUID.randomUUID();
    private ApiPerson owner;
    private UUID contact;
    private UUID missed;
    private UUID answered;
    private UUID late;
    private UUID withheld;
    private UUID dialed;

    @BeforeEach
    void a_week_of_calls() {
        owner = ApiPerson.of(Role.OWNER, port, beans);
        jdbc.sql("update company_settings set time_zone = 'America/Los_Angeles'")
                .update();
        jdbc.sql("""
                        insert into extension (id, ext, name, department, email, created_at)
                        values (?, '176', 'Renée Okafor', '', '', now())""").param(extension).update();
        contact = beans.getBean(Contacts.class)
                .add(new ContactDetails("José García", "", "", List.of(new PhoneNumber(JOSE)), Map.of(), ""));
        missed = call(JOSE, MAIN, "2026-03-02T18:00:00Z", "missed", null);
        answered = call(STRANGER, DIRECT, "2026-03-03T18:00:00Z", "answered", extension);
        late = call(JOSE, DIRECT, "2026-03-05T07:59:59Z", "voicemail", extension);
        withheld = call(null, MAIN, "2026-03-05T08:00:00Z", "abandoned", null);
        dialed = dialed(JOSE, "2026-03-04T18:00:00Z");
    }

    private UUID call(@Nullable String from, String to, String at, String outcome, @Nullable UUID reached) {
        var webhook = new CallWebhook(
                "/ivr/answer",
                new CarrierId("CA" + UUID.randomUUID().toString().replace("-", "")),
                from == null ? null : new PhoneNumber(from),
                new PhoneNumber(to),
                CallStatus.IN_PROGRESS);
        UUID id = rows.lockOrInsert(webhook, Instant.parse(at)).id();
        jdbc.sql("""
                        update call set outcome = :outcome, extension_id = :reached, place = 'ended', summary = 'In the menu',
                            ended_at = started_at + interval '40 seconds',
                            answered_at = case when :outcome = 'answered' then started_at + interval '9 seconds' end
                        where id = :id""")
                .param("outcome", outcome)
                .param("reached", reached)
                .param("id", id)
                .update();
        jdbc.sql("""
                        insert into call_step (call_id, seq, request, at, kind, text, reason, answer)
                        values (:id, 1, 'a', now(), 'arrived', 'Arrived', 'Somebody called', ''),
                            (:id, 2, 'b', now(), 'ended', 'The call ended', '=They hung up', '')""").param("id", id).update();
        return id;
    }

    private UUID dialed(String to, String at) {
        UUID id = UUID.randomUUID();
        jdbc.sql("""
                        insert into dialed_call (id, user_id, user_name, extension_id, phone, from_e164, to_e164, state, rank, outcome,
                            longest, created_at, ended_at, news_at, why)
                        values (:id, (select id from users limit 1), 'Dana', :extension, '+14155550190', :from, :to, 'ended', 6,
                            'unreached', 7200, :at, :at, :at, 'Nobody answered')""")
                .param("id", id)
                .param("extension", extension)
                .param("from", DIRECT)
                .param("to", to)
                .param("at", Instant.parse(at).atOffset(ZoneOffset.UTC))
                .update();
        return id;
    }

    @AfterEach
    void they_leave_again() {
        jdbc.sql("delete from dialed_call where id = ?").param(dialed).update();
        for (UUID id : List.of(missed, answered, late, withheld)) {
            jdbc.sql("delete from call_tape where call_id = ?").param(id).update();
            jdbc.sql("delete from call_step where call_id = ?").param(id).update();
            jdbc.sql("delete from call where id = ?").param(id).update();
        }
        jdbc.sql("delete from contact where id = ?").param(contact).update();
        jdbc.sql("delete from extension where id = ?").param(extension).update();
    }

    private List<UUID> found(String query) {
        var answer = owner.get("/api/calls?" + query);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.each("/id").stream().map(UUID::fromString).toList();
    }

    private static String q(String words) {
        return "q=" + URLEncoder.encode(words, StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @CsvSource({"(415) 555-0151", "555 0151", "+1 415 555 0151", "jose garcia", "Garc"})
    void somebody_outside_is_found_by_any_part_of_their_number_or_name(String words) {
        assertThat(found(q(words))).containsExactly(late, dialed, missed);
    }

    @Test
    void somebody_inside_is_found_by_name_and_by_the_digits_of_their_extension() {
        assertThat(found(q("okafor"))).containsExactly(late, dialed, answered);
        assertThat(found("ext=176")).containsExactly(late, dialed, answered);
        assertThat(found(q("176"))).contains(late, dialed, answered);
        assertThat(found(q("Nobody of this name"))).isEmpty();
        assertThat(found("ext=175")).isEmpty();
    }

    @Test
    void who_is_found_is_shown_by_name() {
        var answer = owner.get("/api/calls?" + q("garcia"));
        assertThat(answer.each("/name")).containsOnly("José García");
        assertThat(owner.get("/api/calls/" + dialed).body().get("name").asString())
                .isEqualTo("José García");
        assertThat(owner.get("/api/calls/" + answered).body().get("name").isNull())
                .isTrue();
    }

    @Test
    void filters_say_direction_outcome_number_and_days_in_the_companys_zone() {
        assertThat(found("direction=outbound&ext=176")).containsExactly(dialed);
        assertThat(found("direction=inbound&ext=176")).containsExactly(late, answered);
        assertThat(found("outcome=unreached&ext=176")).containsExactly(dialed);
        assertThat(found("number=" + URLEncoder.encode("(415) 555-0176", StandardCharsets.UTF_8)))
                .containsExactly(late, dialed, answered);
        assertThat(found("from=2026-03-02&to=2026-03-02")).containsExactly(missed);
        assertThat(found("from=2026-03-04&to=2026-03-04")).containsExactly(late, dialed);
        assertThat(found("from=2026-03-05&to=2026-03-05")).containsExactly(withheld);
    }

    @Test
    void filters_and_words_are_asked_for_together() {
        assertThat(found(q("garcia") + "&outcome=voicemail&ext=176")).containsExactly(late);
        assertThat(found(q("0151") + "&direction=inbound&to=2026-03-03")).containsExactly(missed);
        assertThat(found(q("garcia") + "&outcome=answered")).isEmpty();
        assertThat(found("q=&direction=&outcome=&ext=176&number=&from=&to=")).hasSize(3);
    }

    @Test
    void calls_whose_recording_can_be_played_are_found_by_that() {
        tape(missed, 1, "deleted");
        tape(answered, 1, "stored");
        tape(answered, 2, "stored");

        assertThat(found("recorded=true&from=2026-03-01&to=2026-03-06")).containsExactly(answered);
        assertThat(found("recorded=true&" + q("garcia"))).isEmpty();
    }

    private void tape(UUID call, int part, String state) {
        jdbc.sql("""
                        insert into call_tape (id, call_id, part, announced, wanted_at, state, blob_key)
                        values (gen_random_uuid(), ?, ?, '', '2026-03-03T18:00:10Z', ?, '')""").params(call, part, state).update();
    }

    @Test
    void page_by_page_every_call_is_found_once() {
        List<UUID> seen = new ArrayList<>();
        String cursor = "";
        do {
            var page = owner.get("/api/calls?limit=2&from=2026-03-01&to=2026-03-06" + cursor);
            seen.addAll(page.each("/id").stream().map(UUID::fromString).toList());
            cursor = page.body().get("next").isNull()
                    ? ""
                    : "&cursor=" + page.body().get("next").asString();
        } while (!cursor.isEmpty());
        assertThat(seen).containsExactly(withheld, late, dialed, answered, missed);
    }

    @ParameterizedTest
    @CsvSource({
        "from=2026-13-01, from, invalid_date",
        "to=yesterday, to, invalid_date",
        "from=%2B12026-01-01, from, invalid_date",
        "from=2026-03-05&to=2026-03-04, to, before_from",
        "number=12, number, invalid_number",
        "direction=sideways, direction, unknown_direction",
        "outcome=lost, outcome, unknown_outcome"
    })
    void what_cannot_be_looked_for_is_refused_with_a_sentence_beside_its_name(String query, String field, String code) {
        for (String path : List.of("/api/calls?", "/api/calls/log.csv?")) {
            var refused = owner.get(path + query);
            assertThat(refused.status()).isEqualTo(422);
            assertThat(refused.body().at("/errors/0/field").asString()).isEqualTo(field);
            assertThat(refused.body().at("/errors/0/code").asString()).isEqualTo(code);
        }
    }

    @Test
    void words_that_are_too_long_are_refused() {
        assertThat(owner.get("/api/calls?q=" + "x".repeat(201))
                        .body()
                        .at("/errors/0/code")
                        .asString())
                .isEqualTo("too_long");
    }

    @Test
    void the_file_has_what_was_found_with_where_and_why_it_ended_and_no_cell_is_a_formula() {
        var lines =
                owner.get("/api/calls/log.csv?" + q("garcia")).text().lines().toList();

        assertThat(lines).hasSize(4);
        assertThat(lines.getFirst())
                .endsWith("outcome,answered at,ended at,seconds until answered,seconds in all,where it ended,why");
        assertThat(lines.get(1))
                .isEqualTo(
                        late + ",2026-03-05T07:59:59Z,inbound,'+14155550151,'+14155550176,José García,176,Renée Okafor,"
                                + "voicemail,,2026-03-05T08:00:39Z,,40,In the menu,'=They hung up");
        assertThat(lines.get(2)).endsWith("unreached,,2026-03-04T18:00:00Z,,0,Nobody answered,");
        assertThat(owner.get("/api/audit?action=calls_exported").each("/object"))
                .contains("calls");
    }
}
