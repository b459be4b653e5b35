package io.cloudpbx.knowledge.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudpbx.access.Role;
import io.cloudpbx.access.account.ApiTokens;
import io.cloudpbx.access.store.Users;
import io.cloudpbx.access.web.WebTest;
import io.cloudpbx.knowledge.Faq;
import io.cloudpbx.knowledge.FaqText;
import io.cloudpbx.settings.CompanySettings;
import io.cloudpbx.settings.Settings;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.ZoneId;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

@WebTest
class KnowledgeTest {
    private static final JsonMapper JSON = new JsonMapper();

    @LocalServerPort
    private int port;

    @Autowired
    private Users users;

    @Autowired
    private ApiTokens tokens;

    @Autowired
    private Faq faq;

    @Autowired
    private Settings settings;

    private String owner = "";

    @BeforeEach
    void anOwner() {
        owner = token(Role.OWNER);
        faq.all().forEach(entry -> faq.delete(entry.id()));
    }

    @Test
    void facts_come_back_as_they_were_told_and_their_version_grows() throws Exception {
        var told = facts();

        var changed = body(send("PUT", "/api/knowledge", told.toString(), owner));

        var expected = told.deepCopy();
        expected.put("version", told.path("version").asInt() + 1);
        assertThat(changed).isEqualTo(expected);
        assertThat(body(send("GET", "/api/knowledge", "", owner))).isEqualTo(expected);
    }

    @Test
    void nobody_overwrites_what_they_have_not_seen() throws Exception {
        var seen = facts();
        assertThat(send("PUT", "/api/knowledge", seen.toString(), owner).statusCode())
                .isEqualTo(200);

        var second = send("PUT", "/api/knowledge", seen.toString(), owner);

        assertThat(second.statusCode()).isEqualTo(409);
        assertThat(body(second).path("code").asString()).isEqualTo("knowledge_changed");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "/hours/monday   | [{'opens':'08:00','closes':'12:00'},{'opens':'11:00','closes':'13:00'}] | hours.monday",
                "/hours/monday   | [{'opens':'20:00','closes':'02:00'},{'opens':'22:00','closes':'23:00'}] | hours.monday",
                "/hours/monday   | [{'opens':'08:00'}]                                        | hours.monday",
                "/hours/monday   | [null]                                                     | hours.monday",
                "/specialDays    | [{'date':'2026-12-25'},{'date':'2026-12-25'}]              | specialDays",
                "/specialDays    | [{'date':'9999-12-25'}]                                    | specialDays",
                "/specialDays    | [null]                                                     | specialDays",
                "/phone          | '12'                                                       | phone",
                "/website        | 'javascript:alert(1)'                                      | website",
                "/website        | 'https://harbor.example@evil.example'                      | website",
                "/address        | LONG                                                       | address",
            })
    void what_cannot_be_is_refused_by_name(String pointer, String value, String field) throws Exception {
        var told = facts();
        String json = value.equals("LONG") ? "\"" + "x".repeat(301) + "\"" : value.replace('\'', '"');
        int slash = pointer.lastIndexOf('/');
        ((ObjectNode) told.at(pointer.substring(0, slash))).set(pointer.substring(slash + 1), JSON.readTree(json));

        var refused = send("PUT", "/api/knowledge", told.toString(), owner);

        assertThat(refused.statusCode()).as(refused.body()).isEqualTo(422);
        assertThat(body(refused).path("errors").get(0).path("field").asString()).isEqualTo(field);
    }

    @ParameterizedTest
    @CsvSource({"08:00, 25:00", "8, 12:00", "'', 12:00", "08:00:30, 12:00"})
    void what_is_no_time_is_refused(String opens, String closes) throws Exception {
        var told = facts();
        ((ObjectNode) told.path("hours"))
                .set("monday", JSON.readTree("[{\"opens\":\"%s\",\"closes\":\"%s\"}]".formatted(opens, closes)));

        assertThat(send("PUT", "/api/knowledge", told.toString(), owner).statusCode())
                .isBetween(400, 422);
    }

    @Test
    void it_is_told_whether_the_business_is_open_at_any_time() throws Exception {
        // Other tests of the same program may have moved the company elsewhere.
        var present = settings.current();
        settings.change(new CompanySettings(
                present.businessName(), ZoneId.of("America/New_York"), present.operatorExtension(), present.version()));
        send("PUT", "/api/knowledge", facts().toString(), owner);

        assertThat(send("GET", "/api/knowledge/opening?at=2026-11-30T15:00:00Z", "", owner)
                        .body())
                .isEqualTo("{\"state\":\"open\",\"changesAt\":\"2026-11-30T22:00:00Z\"}");
        assertThat(send("GET", "/api/knowledge/opening?at=2026-12-25T15:00:00Z", "", owner)
                        .body())
                .contains("closed");
        assertThat(send("GET", "/api/knowledge/opening?at=%2B1000000000-12-31T23:59:59Z", "", owner)
                        .statusCode())
                .isEqualTo(422);
    }

    @Test
    void a_question_is_added_changed_and_deleted() throws Exception {
        var added =
                body(send("POST", "/api/knowledge/faq", "{\"question\":\" Is it safe? \",\"answer\":\"Yes.\"}", owner));
        String at = "/api/knowledge/faq/" + added.path("id").asString();
        assertThat(added.path("question").asString()).isEqualTo("Is it safe?");
        assertThat(added.path("language").asString()).isEqualTo("en");

        String change = "{\"question\":\"Is it safe?\",\"answer\":\"Very.\",\"language\":\"en\",\"version\":1}";
        assertThat(body(send("PUT", at, change, owner)).path("version").asLong())
                .isEqualTo(2);
        assertThat(body(send("PUT", at, change, owner)).path("code").asString()).isEqualTo("faq_changed");
        assertThat(body(send("GET", "/api/knowledge/faq", "", owner))
                        .path("items")
                        .size())
                .isEqualTo(1);
        assertThat(send("DELETE", at, "", owner).statusCode()).isEqualTo(204);
        assertThat(body(send("DELETE", at, "", owner)).path("code").asString()).isEqualTo("faq_not_found");
    }

    @Test
    void a_question_is_there_once_in_each_language() throws Exception {
        String question = "{\"question\":\"%s\",\"answer\":\"Sí.\",\"language\":\"%s\"}";
        send("POST", "/api/knowledge/faq", question.formatted("OK?", "en"), owner);

        assertThat(send("POST", "/api/knowledge/faq", question.formatted("OK?", "es"), owner)
                        .statusCode())
                .isEqualTo(201);
        assertThat(body(send("POST", "/api/knowledge/faq", question.formatted("ok?", "en"), owner))
                        .path("code")
                        .asString())
                .isEqualTo("question_exists");
    }

    @Test
    void there_is_an_end_to_the_number_of_questions() throws Exception {
        IntStream.range(0, 200).forEach(i -> faq.add(new FaqText("Question " + i, "Answer", "en")));

        var refused = send("POST", "/api/knowledge/faq", "{\"question\":\"More?\",\"answer\":\"No.\"}", owner);

        assertThat(body(refused).path("code").asString()).isEqualTo("faq_full");
    }

    @ParameterizedTest
    @CsvSource({"OWNER, 201", "ADMIN, 201", "AGENT, 403", "READ_ONLY, 403"})
    void everybody_inside_may_read_and_owners_and_admins_may_write(Role role, int written) throws Exception {
        String token = token(role);

        assertThat(send("GET", "/api/knowledge", "", token).statusCode()).isEqualTo(200);
        assertThat(send("GET", "/api/knowledge/faq", "", token).statusCode()).isEqualTo(200);
        assertThat(send("POST", "/api/knowledge/faq", "{\"question\":\"%s\",\"answer\":\"A\"}".formatted(role), token)
                        .statusCode())
                .isEqualTo(written);
        assertThat(send("PUT", "/api/knowledge", facts().toString(), token).statusCode())
                .isEqualTo(written == 201 ? 200 : 403);
        assertThat(send("GET", "/api/knowledge", "", "").statusCode()).isEqualTo(401);
    }

    /** As somebody would tell them who has just looked. */
    private ObjectNode facts() throws Exception {
        var facts = (ObjectNode) JSON.readTree("""
                {"hours": {"monday": [{"opens": "08:00", "closes": "17:00"}], "tuesday": [], "wednesday": [], "thursday": [],
                           "friday": [{"opens": "08:00", "closes": "12:00"}, {"opens": "13:00", "closes": "17:00"}],
                           "saturday": [], "sunday": []},
                 "specialDays": [{"date": "2026-12-25", "label": "Christmas", "hours": []}],
                 "address": "1 Example Street", "parking": "Behind the house", "phone": "(415) 555-0100",
                 "website": "https://harbordental.example/visit", "notes": "", "version": 0}""");
        facts.put(
                "version",
                body(send("GET", "/api/knowledge", "", owner)).path("version").asInt());
        return facts;
    }

    private static JsonNode body(HttpResponse<String> response) {
        return JSON.readTree(response.body());
    }

    private HttpResponse<String> send(String method, String path, String json, String token)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(json));
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        try (var client = HttpClient.newHttpClient()) {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        }
    }

    private String token(Role role) {
        var user = users.add("Dana", UUID.randomUUID() + "@example.com", null, role);
        return tokens.create(user, "test", role, Duration.ofDays(1), "127.0.0.1")
                .text();
    }
}
