package io.cloudpbx.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.twilio.http.TwilioRestClient;
import com.twilio.rest.api.v2010.account.Call;
import com.twilio.type.PhoneNumber;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Somebody who wrote, called, was missed, was answered and left a message is deleted: no row of the database says who they were (C39). */
class ForgottenEverywhereTest {
    private static final String PERSON = "+16615550141";
    private static final String DANAS_MOBILE = "+14155550190";

    /** However it is written or said. */
    private static final List<String> TRACES =
            List.of("6615550141", "661) 555-0141", "661-555-0141", "661 555 0141", "Ottoline", "Vasquez");

    private final TwoPrograms programs = TwoPrograms.shared();
    private final Company company = programs.company();
    private final Outside outside = programs.outside();
    private final TwilioRestClient console = programs.bean(TwilioRestClient.class);

    @Test
    void nothing_in_the_database_says_who_somebody_was_and_their_calls_stay_for_the_figures() {
        String contact = "/api/contacts/"
                + company.post("/api/contacts", Map.of("name", "Ottoline Vasquez", "numbers", List.of(PERSON)))
                        .body()
                        .get("id")
                        .asString();
        writes();
        List<String> calls = List.of(isMissed(), isAnswered(), asksTheReceptionist(), leavesMessage());
        isSavedAsCall();
        assertThat(dump()).contains(TRACES.get(0), "Ottoline");

        assertThat(company.delete(contact).status()).isEqualTo(200);

        await().untilAsserted(() -> assertThat(company.get(contact + "/deletion")
                        .body()
                        .at("/atCarrier/left")
                        .asInt())
                .isZero());
        await().untilAsserted(() -> assertThat(traces()).isEmpty());
        for (String id : calls) {
            JsonNode call = company.get("/api/calls/" + id).body();
            assertThat(call.get("fromDisplay").asString()).isEqualTo("Deleted person");
            assertThat(call.get("from").isNull()).isTrue();
            assertThat(call.get("steps")).isNotEmpty();
        }
        assertThat(StreamSupport.stream(
                        Call.reader()
                                .setFrom(new PhoneNumber(PERSON))
                                .read(console)
                                .spliterator(),
                        false))
                .as("calls at the carrier")
                .isEmpty();
        assertThat(company.file("/api/calls/log.csv")).doesNotContain(TRACES);
    }

    @Test
    void who_is_deleted_while_they_are_on_the_phone_is_forgotten_when_the_call_is_over() {
        String person = "+16615550142";
        outside.answers(DANAS_MOBILE, "<Pause length='4'/><Play digits='1'/><Pause length='3600'/>");
        String sid = outside.call(person, direct("101"), "<Pause length='3600'/>");
        String id = await().until(() -> ofCarrier(sid), found -> !found.isEmpty());
        await().until(() ->
                company.get("/api/calls/" + id).body().get("where").asString().equals("talking"));
        String contact = "/api/contacts/"
                + company.post("/api/contacts", Map.of("name", "Ottoline Vasquez", "numbers", List.of(person)))
                        .body()
                        .get("id")
                        .asString();

        assertThat(company.delete(contact).status()).isEqualTo(200);
        assertThat(company.get("/api/calls/" + id).body().get("fromDisplay").asString())
                .isEqualTo("Deleted person");
        String late = "CA000000000000000000000000000000aa";
        isRung(late, id);

        outside.hangUp(sid);
        await().until(() -> !company.get("/api/calls/" + id).body().get("live").asBoolean());
        await().untilAsserted(() -> assertThat(answersKept(id)).isZero());
        await().until(() -> isWanted("carrier_id = '" + late + "'"));
        assertThat(dump()).doesNotContain("6615550142", "Ottoline");
        // Until it was over the carrier refused, and is asked again after a while.
        assertThat(company.get(contact + "/deletion")
                        .body()
                        .at("/atCarrier/refused")
                        .asInt())
                .isZero();
    }

    @Test
    void what_somebody_says_on_a_machine_after_they_were_deleted_is_not_kept() {
        String person = "+16615550143";
        String contact = "/api/contacts/"
                + company.post("/api/contacts", Map.of("name", "Ottoline Vasquez", "numbers", List.of(person)))
                        .body()
                        .get("id")
                        .asString();
        String sid = outside.call(
                person,
                direct("105"),
                "<Pause length='10'/><Say loop='12'>This is Ottoline Vasquez about my bridge.</Say>");
        String id = await().until(() -> ofCarrier(sid), found -> !found.isEmpty());

        assertThat(company.delete(contact).status()).isEqualTo(200);

        await().until(() -> !company.get("/api/calls/" + id).body().get("live").asBoolean());
        String about = id + "', '" + contact.substring(contact.lastIndexOf('/') + 1);
        await().until(() -> isWanted("kind = 'recording' and person in ('" + about + "')"));
        assertThat(company.get("/api/calls/" + id).body().get("voicemails")).isEmpty();
        assertThat(dump()).doesNotContainIgnoringCase("about my bridge");
    }

    /** Another phone, for a call that lasts. */
    private void isRung(String leg, String call) {
        programs.bean(JdbcClient.class)
                .sql("""
                        insert into call_leg (carrier_id, call_id, status, rank, created_at, ended_at)
                        values (:leg, :call::uuid, 'no_answer', 9, now(), now())""")
                .param("leg", leg)
                .param("call", call)
                .update();
    }

    private boolean isWanted(String which) {
        return programs.bean(JdbcClient.class)
                .sql("select exists (select from carrier_forgetting where " + which + ")")
                .query(Boolean.class)
                .single();
    }

    @Test
    void who_was_a_vip_is_none_any_more_and_who_is_blocked_stays_so_without_a_name() {
        String vip = "+16615550145";
        String pest = "+16615550144";
        var flow = new DraftedFlow(company);
        var plan = flow.version(flow.published());
        ((ObjectNode) plan.get("callers").get("vips")).put(vip, "mailbox-general");
        flow.publish(plan);
        assertThat(company.put("/api/callflow/blocked/" + pest, Map.of()).status())
                .isEqualTo(204);
        String contact = "/api/contacts/"
                + company.post("/api/contacts", Map.of("name", "Leopoldine Varga", "numbers", List.of(vip, pest)))
                        .body()
                        .get("id")
                        .asString();

        var deletion = company.delete(contact);

        assertThat(deletion.body().get("kept").toString()).isEqualTo("[\"block_list\"]");
        assertThat(company.get(contact + "/deletion").body().get("kept").toString())
                .isEqualTo("[\"block_list\"]");
        await().untilAsserted(() -> assertThat(rows().filter(row ->
                        row.contains("6615550145") || row.contains("Leopoldine") || row.contains("Varga")))
                .isEmpty());
        await().untilAsserted(() -> assertThat(
                        rows().filter(row -> row.contains("6615550144") || row.contains("555-0144")))
                .allMatch(row -> row.startsWith("call_plan_version: ") || row.startsWith("call_plan_draft: ")));
        outside.call(pest, Outside.MAIN_NUMBER, "<Pause length='5'/>");
        await().until(() -> listed("/api/calls?limit=200")
                .anyMatch(call -> call.path("from").asString("").equals(pest)
                        && call.get("outcome").asString().equals("rejected")));
        assertThat(company.delete("/api/callflow/blocked/" + pest).status()).isEqualTo(204);
    }

    private void writes() {
        outside.texts(PERSON, Outside.MAIN_NUMBER, "This is Ottoline Vasquez. Are you open on Friday?");
        await().until(() -> listed("/api/conversations?box=all&q=" + PERSON.substring(1))
                .findAny()
                .isPresent());
        var sent = company.post(
                "/api/conversations/reply",
                Map.of("from", PERSON, "to", Outside.MAIN_NUMBER, "message", "Yes, Ottoline, until five."));
        assertThat(sent.status()).isEqualTo(201);
        String path = "/api/messages/" + sent.body().get("id").asString();
        await().until(() -> company.get(path).body().get("status").asString().equals("delivered"));
    }

    private String isMissed() {
        String sid = outside.call(PERSON, direct("105"), "<Pause length='13'/>");
        await().until(() -> listed("/api/missed-calls?limit=200")
                .anyMatch(item -> item.path("from").asString("").equals(PERSON)));
        return over(sid);
    }

    private String isAnswered() {
        outside.answers(DANAS_MOBILE, "<Pause length='4'/><Play digits='1'/><Pause length='5'/>");
        return over(outside.call(PERSON, direct("101"), "<Pause length='30'/>"));
    }

    private String asksTheReceptionist() {
        return over(outside.call(
                PERSON,
                Outside.MAIN_NUMBER,
                "<Pause length='8'/><Play digits='0'/><Pause length='12'/><Say>My name is Ottoline Vasquez. Please call me"
                        + " back at 661 555 0141.</Say><Pause length='20'/>"));
    }

    private String leavesMessage() {
        outside.behaves(DANAS_MOBILE, "busy");
        String sid = outside.call(
                PERSON,
                direct("101"),
                "<Pause length='10'/><Say loop='8'>This is Ottoline Vasquez about my crown.</Say>");
        await().until(() -> listed("/api/voicemails?ext=101")
                .anyMatch(item -> item.path("from").asString("").equals(PERSON)
                        && item.get("state").asString().equals("stored")));
        return over(sid);
    }

    /** Its id here, once it has ended here too. */
    private String over(String sid) {
        await().until(() -> outside.isOver(sid));
        String id = await().until(() -> ofCarrier(sid), found -> !found.isEmpty());
        await().until(() -> !company.get("/api/calls/" + id).body().get("live").asBoolean());
        return id;
    }

    /** The carrier has an id for each side of a call; the newest of theirs is the one that was just begun. */
    private String ofCarrier(String sid) {
        String from = programs.carrier().state().call(sid).orElseThrow().from();
        return programs.bean(JdbcClient.class)
                .sql("select id::text from call where from_e164 = :from order by started_at desc limit 1")
                .param("from", from)
                .query(String.class)
                .optional()
                .orElse("");
    }

    private void isSavedAsCall() {
        var scenario = Map.of(
                "name", "Ottoline Vasquez calls",
                "from", PERSON,
                "to", direct("101"),
                "at", "2026-12-24T22:05:00Z",
                "ends", "mailbox-101");
        assertThat(company.post("/api/routing/scenarios", scenario).status()).isEqualTo(201);
    }

    private String direct(String ext) {
        return company.extension(ext).get("number").asString();
    }

    private int answersKept(String id) {
        return programs.bean(JdbcClient.class)
                .sql("select count(*) from call_step where answer <> '' and call_id = :id::uuid")
                .param("id", id)
                .query(Integer.class)
                .single();
    }

    private Stream<JsonNode> listed(String path) {
        return company.get(path).body().get("items").valueStream();
    }

    /** Rows in which something of the person stands. */
    private List<String> traces() {
        return rows().filter(row -> TRACES.stream().anyMatch(row::contains)).toList();
    }

    private String dump() {
        return String.join("\n", rows().toList());
    }

    /** Every row of every table with the table's name, as a backup would hold it. */
    private Stream<String> rows() {
        var jdbc = programs.bean(JdbcClient.class);
        return jdbc
                .sql("select table_name from information_schema.tables where table_schema = 'public'")
                .query(String.class)
                .list()
                .stream()
                .flatMap(table -> jdbc
                        .sql("select '%s: ' || t::text from \"%s\" t".formatted(table, table))
                        .query(String.class)
                        .list()
                        .stream());
    }
}
