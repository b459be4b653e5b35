package io.cloudpbx.contacts.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudpbx.access.Role;
import io.cloudpbx.access.SignedIn;
import io.cloudpbx.access.account.ApiTokens;
import io.cloudpbx.access.store.Users;
import io.cloudpbx.database.DatabaseTest;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@DatabaseTest
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "CLOUDPBX_DATA=target/test-data",
            "twilio.account-sid=AC00000000000000000000000000000001",
            "twilio.auth-token=canary-auth-token",
            "twilio.toll-free-number=+18335550100",
            "twilio.base-url=http://127.0.0.1:9",
            "PUBLIC_URL=http://localhost:8080",
            "public.url=http://localhost:8080",
        })
class ContactsApiTest {
    private static final JsonMapper JSON = new JsonMapper();

    @LocalServerPort
    private int port;

    @Autowired
    private Users users;

    @Autowired
    private ApiTokens tokens;

    @Autowired
    private JdbcClient jdbc;

    private String owner = "";
    private String agent = "";
    private String reader = "";

    @BeforeEach
    void people() {
        jdbc.sql("delete from contact").update();
        jdbc.sql("delete from opt_out").update();
        SignedIn dana = users.add("Dana Reyes", UUID.randomUUID() + "@example.com", null, Role.OWNER);
        owner = token(dana, Role.OWNER);
        agent = token(dana, Role.AGENT);
        reader = token(dana, Role.READ_ONLY);
    }

    private String token(SignedIn person, Role role) {
        return tokens.create(person, "test", role, Duration.ofDays(1), "127.0.0.1")
                .text();
    }

    @Test
    void a_form_with_parts_that_is_none_is_not_taken_apart() throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/contacts"))
                .header("Authorization", "Bearer " + agent)
                .header("Content-Type", "multipart/form-data")
                .POST(HttpRequest.BodyPublishers.ofString("no boundary"))
                .build();

        assertThat(HttpClient.newHttpClient()
                        .send(request, HttpResponse.BodyHandlers.ofString())
                        .statusCode())
                .isEqualTo(415);
    }

    @Test
    void an_agent_adds_reads_finds_and_changes_a_contact() {
        var added = send(agent, "POST", "/api/contacts", """
                {"name":" Chen Wu ","company":"Bluebird","numbers":["(415) 555-0110"],"notes":"n"}""");
        assertThat(added.status()).as(added.text()).isEqualTo(201);
        String id = added.json().get("id").asString();
        assertThat(added.json().at("/numbers/0/number").asString()).isEqualTo("+14155550110");
        assertThat(added.json().get("displayName").asString()).isEqualTo("Chen Wu");

        assertThat(get(agent, "/api/contacts?q=blueb").json().at("/items/0/id").asString())
                .isEqualTo(id);
        assertThat(get(agent, "/api/contacts?q=nobody").json().get("items").size())
                .isZero();

        String change = """
                {"name":"Chen Li","numbers":["+14155550110","+14155550111"],"version":1}""";
        assertThat(send(agent, "PUT", "/api/contacts/" + id, change)
                        .json()
                        .get("version")
                        .asInt())
                .isEqualTo(2);
        assertThat(send(agent, "PUT", "/api/contacts/" + id, change).code()).isEqualTo("contact_changed");
        assertThat(send(reader, "PUT", "/api/contacts/" + id, change).status()).isEqualTo(403);
        assertThat(get(reader, "/api/contacts/" + id).status()).isEqualTo(200);
    }

    @Test
    void pages_go_on_where_the_last_one_ended() {
        for (int person = 0; person < 5; person++) {
            send(agent, "POST", "/api/contacts", "{\"name\":\"Person " + person + "\"}");
        }
        var first = get(agent, "/api/contacts?limit=3").json();
        var second = get(
                        agent,
                        "/api/contacts?limit=3&cursor=" + first.get("next").asString())
                .json();
        assertThat(names(first)).containsExactly("Person 4", "Person 3", "Person 2");
        assertThat(names(second)).containsExactly("Person 1", "Person 0");
        assertThat(second.get("next").isNull()).isTrue();
        assertThat(get(agent, "/api/contacts?cursor=nonsense").field()).isEqualTo("cursor");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "name|{\"name\":\"%s\"}",
                "notes|{\"name\":\"x\",\"notes\":\"%s\"}",
                "email|{\"name\":\"x\",\"email\":\"nobody\"}",
                "numbers.1|{\"name\":\"x\",\"numbers\":[\"4155550110\",\"12\"]}",
                "numbers.0|{\"name\":\"x\",\"numbers\":[\"%s\"]}",
                "fields.Shoe|{\"name\":\"x\",\"fields\":{\"Shoe\":\"9\"}}",
                "fields.Shoe|{\"name\":\"x\",\"fields\":{\"Shoe\":\"%s\"}}",
                "name|{\"name\":\"  \"}",
                "name|{\"name\":\"a\\u0000b\"}",
                "nickname|{\"nickname\":\"x\"}",
            })
    void what_is_wrong_is_named_by_its_field(String example) {
        String field = example.substring(0, example.indexOf('|'));
        String body = example.substring(field.length() + 1).replace("%s", "x".repeat(10_000));
        var reply = send(agent, "POST", "/api/contacts", body);
        assertThat(reply.status()).as(reply.text()).isEqualTo(422);
        assertThat(reply.field()).isEqualTo(field);
    }

    @Test
    void more_than_twenty_numbers_are_refused() {
        String numbers = "\"4155550110\",".repeat(21);
        var reply = send(
                agent, "POST", "/api/contacts", "{\"numbers\":[" + numbers.substring(0, numbers.length() - 1) + "]}");
        assertThat(reply.field()).isEqualTo("numbers");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "\u202Egnp.exe",
                "a\u200bb",
                "'; drop table contact; --",
                "{{7*7}}",
                "😀"
            })
    void hostile_names_are_kept_and_given_back_as_they_were(String name) {
        String body = JSON.writeValueAsString(Map.of("name", name));
        assertThat(send(agent, "POST", "/api/contacts", body).json().get("name").asString())
                .isEqualTo(name);
    }

    @Test
    void two_are_merged_with_choices_and_what_cannot_be_chosen_is_named() {
        String kept = add("Chen", "4155550110");
        String gone = add("Chen Wu", "4155550111");
        String merge = "{\"with\":\"" + gone + "\",\"choices\":{\"name\":\"other\"}}";
        String path = "/api/contacts/" + kept + "/merge";

        assertThat(send(agent, "POST", path, merge.replace("\"name\"", "\"numbers\""))
                        .field())
                .isEqualTo("choices.numbers");
        assertThat(send(agent, "POST", path, merge.replace("\"other\"", "\"mine\""))
                        .field())
                .isEqualTo("choices.name");
        assertThat(send(agent, "POST", path, "{}").field()).isEqualTo("with");
        var merged = send(agent, "POST", path, merge).json();
        assertThat(merged.get("name").asString()).isEqualTo("Chen Wu");
        assertThat(merged.get("numbers").size()).isEqualTo(2);
        assertThat(send(agent, "POST", path, merge).json()).isEqualTo(merged);
        assertThat(get(agent, "/api/contacts/" + gone).json().get("id").asString())
                .isEqualTo(kept);
    }

    @Test
    void an_opt_out_is_recorded_by_an_agent_and_undone_by_who_answers_for_it_with_a_reason() {
        String id = add("Chen Wu", "4155550110");
        var out = send(agent, "POST", "/api/opt-outs", """
                {"number":"415-555-0110","words":"He said: no more texts"}""");
        assertThat(out.json().at("/optedOut/quote").asString()).isEqualTo("He said: no more texts");
        assertThat(get(agent, "/api/contacts/" + id)
                        .json()
                        .at("/numbers/0/optedOut")
                        .asBoolean())
                .isTrue();
        assertThat(get(agent, "/api/opt-outs").json().at("/items/0/number").asString())
                .isEqualTo("+14155550110");
        assertThat(get(agent, "/api/contacts/" + id + "/consent")
                        .json()
                        .at("/items/0/ledger/0/actor")
                        .asString())
                .isEqualTo("Dana Reyes");

        int undone = audited("opt_out_undone");
        String undo = "/api/opt-outs/+14155550110/undo";
        assertThat(send(agent, "POST", undo, "{\"reason\":\"mistake\"}").code()).isEqualTo("not_allowed");
        assertThat(send(owner, "POST", undo, "{\"reason\":\" \"}").field()).isEqualTo("reason");
        assertThat(send(owner, "POST", undo, "{\"reason\":\"mistake\"}")
                        .json()
                        .get("optedOut")
                        .isNull())
                .isTrue();
        assertThat(send(owner, "POST", undo, "{\"reason\":\"mistake\"}").code()).isEqualTo("not_opted_out");
        assertThat(send(owner, "DELETE", "/api/opt-outs", "").status()).isEqualTo(405);
        assertThat(audited("opt_out_undone")).isEqualTo(undone + 1);
    }

    @Test
    void the_companys_fields_are_named_by_who_answers_for_them() {
        String names = "{\"names\":[\"Birthday\",\"Size\"]}";
        assertThat(send(agent, "PUT", "/api/contacts/fields", names).code()).isEqualTo("not_allowed");
        assertThat(send(owner, "PUT", "/api/contacts/fields", names)
                        .json()
                        .get("names")
                        .size())
                .isEqualTo(2);
        assertThat(send(owner, "PUT", "/api/contacts/fields", "{\"names\":[\"a\",\"A\"]}")
                        .field())
                .isEqualTo("names.1");
        assertThat(send(owner, "PUT", "/api/contacts/fields", "{\"names\":[" + "\"x\",".repeat(50) + "\"x\"]}")
                        .field())
                .isEqualTo("names");
        var contact = send(agent, "POST", "/api/contacts", """
                {"name":"Chen","fields":{"Size":"M","Birthday":""}}""").json();
        assertThat(contact.get("fields").toString()).isEqualTo("{\"Size\":\"M\"}");
    }

    @Test
    void a_file_is_brought_looked_at_run_and_reported() {
        String csv = "Who,Phone\nChen Wu,4155550110\nNobody,12\n";
        var preview = file(owner, "/api/contacts/import?name=fair.csv", csv);
        assertThat(preview.status()).as(preview.text()).isEqualTo(201);
        assertThat(preview.json().get("columns").toString()).isEqualTo("[\"Who\",\"Phone\"]");
        assertThat(preview.json().at("/firstRows/0/0").asString()).isEqualTo("Chen Wu");

        String run = "/api/contacts/import/" + preview.json().at("/file/id").asString();
        String plan = "{\"columns\":{\"Who\":\"name\",\"Phone\":\"number\"}";
        assertThat(send(owner, "POST", run, plan + ",\"consent\":{\"category\":\"marketing\",\"date\":\"2026-01-02\"}}")
                        .text())
                .contains("consent.source", "consent.method");
        var report = send(owner, "POST", run, plan + "}");
        assertThat(report.json().at("/counts/added").asInt()).as(report.text()).isEqualTo(1);
        assertThat(report.json().at("/counts/refused").asInt()).isEqualTo(1);
        assertThat(get(owner, run).json()).isEqualTo(report.json());
        assertThat(get(owner, run + "/report.csv").text())
                .isEqualTo("\uFEFFLine,Code,Reason\r\n3,not_a_phone_number,Phone is not a phone number.\r\n");
        assertThat(get(owner, "/api/contacts/export.csv").text()).contains("Chen Wu,,,'+14155550110");
        assertThat(audited("contacts_exported")).isPositive();
    }

    @Test
    void files_may_be_large_but_not_endless_and_are_for_who_answers_for_them() {
        String row = "Chen Wu," + "x".repeat(990) + "\n";
        assertThat(file(owner, "/api/contacts/import", "Who,Notes\n" + row.repeat(1_000))
                        .status())
                .isEqualTo(201);
        assertThat(file(owner, "/api/contacts/import", row.repeat(22_000)).code())
                .isEqualTo("body_too_large");
        assertThat(file(owner, "/api/contacts/import", "").field()).isEqualTo("file");
        for (String path : List.of("/api/contacts/import", "/api/opt-outs/import")) {
            assertThat(file(agent, path, "Phone\n").code()).as(path).isEqualTo("not_allowed");
        }
        for (String path : List.of("/api/contacts/export.csv", "/api/opt-outs/export.csv")) {
            assertThat(get(agent, path).code()).as(path).isEqualTo("not_allowed");
            assertThat(get(reader, path).code()).as(path).isEqualTo("not_allowed");
        }
        assertThat(file(owner, "/api/opt-outs/import", "Phone\n4155550177\n")
                        .json()
                        .get("added")
                        .asInt())
                .isEqualTo(1);
        assertThat(get(owner, "/api/opt-outs/export.csv").text()).contains("'+14155550177");
    }

    @Test
    void a_person_is_deleted_by_who_answers_for_it() {
        String path = "/api/contacts/" + add("Chen Wu", "4155550110");
        assertThat(send(agent, "DELETE", path, "").code()).isEqualTo("not_allowed");
        assertThat(send(owner, "DELETE", path, "").json().at("/atCarrier/left").asInt())
                .isZero();
        assertThat(get(owner, path).code()).isEqualTo("contact_not_found");
        assertThat(audited("contact_deleted")).isPositive();
    }

    private String add(String name, String number) {
        String body = "{\"name\":\"" + name + "\",\"numbers\":[\"" + number + "\"]}";
        return send(agent, "POST", "/api/contacts", body).json().get("id").asString();
    }

    private int audited(String action) {
        return jdbc.sql("select count(*) from audit_log where action = :action")
                .param("action", action)
                .query((row, index) -> row.getInt(1))
                .single();
    }

    private static List<String> names(JsonNode page) {
        return page.get("items")
                .valueStream()
                .map(item -> item.get("name").asString())
                .toList();
    }

    private Reply get(String token, String path) {
        return send(token, "GET", path, "");
    }

    private Reply file(String token, String path, String csv) {
        return send(token, "POST", path, csv, "text/csv");
    }

    private Reply send(String token, String method, String path, String body) {
        return send(token, method, path, body, "application/json");
    }

    private Reply send(String token, String method, String path, String body, String type) {
        return Reply.of("http://localhost:" + port + path, token, method, body, type);
    }
}
