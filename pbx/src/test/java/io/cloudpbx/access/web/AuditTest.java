package io.cloudpbx.access.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudpbx.access.Role;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** What stands in the audit log, and how it is read. */
@WebTest
class AuditTest {
    @LocalServerPort
    private int port;

    @Autowired
    private BeanFactory beans;

    private Somebody owner;

    @BeforeEach
    void anOwner() {
        owner = Somebody.of(Role.OWNER, port, beans);
    }

    @Test
    void a_change_of_a_setting_leaves_a_line_and_a_refused_one_does_not() {
        String settings = owner.browser().get("/api/settings").body();
        assertThat(owner.browser().put("/api/settings", "{}").statusCode()).isEqualTo(422);
        assertThat(linesOf("changed")).isEmpty();
        assertThat(owner.browser().put("/api/settings", settings).statusCode()).isEqualTo(200);
        assertThat(linesOf("changed")).singleElement().satisfies(line -> {
            assertThat(line.get("object").asString()).isEqualTo("PUT /api/settings");
            assertThat(line.get("name").asString()).isEqualTo("Avery Lindqvist");
            assertThat(line.get("address").asString()).isNotBlank();
        });
    }

    /** What stands in the log stands there for good, and the number may be that of somebody who is to be forgotten. */
    @Test
    void of_a_phone_number_in_an_address_only_the_end_is_kept_however_it_is_written() {
        for (String written : List.of("+14155550145", "%2B14155550145", "415-555-0145")) {
            assertThat(owner.browser()
                            .put("/api/callflow/blocked/" + written, "{}")
                            .statusCode())
                    .isEqualTo(204);
        }
        assertThat(owner.browser().delete("/api/callflow/blocked/+14155550145").statusCode())
                .isEqualTo(204);
        assertThat(linesOf("changed").stream()
                        .map(line -> line.get("object").asString())
                        .distinct())
                .containsExactlyInAnyOrder("PUT /api/callflow/blocked/…0145", "DELETE /api/callflow/blocked/…0145");
    }

    @Test
    void it_is_read_page_by_page_with_every_line_once() {
        for (int token = 0; token < 5; token++) {
            owner.browser().post("/api/tokens", "{\"name\":\"CI\"}");
        }
        Set<String> seen = new HashSet<>();
        String cursor = "";
        do {
            var page = read("actor=" + owner.id() + "&limit=2" + cursor);
            page.get("items")
                    .forEach(line ->
                            assertThat(seen.add(line.get("id").asString())).isTrue());
            cursor = page.get("next").isNull()
                    ? ""
                    : "&cursor=" + page.get("next").asString();
        } while (!cursor.isEmpty());
        assertThat(seen).hasSize(6);
    }

    @Test
    void lines_are_found_by_action_person_and_time() {
        owner.browser().post("/api/tokens", "{\"name\":\"CI\"}");
        var line = linesOf("token_created").getFirst();
        String at = line.get("at").asString();
        assertThat(read("action=token_created&actor=" + owner.id() + "&from=" + at)
                        .get("items"))
                .hasSize(1);
        assertThat(read("action=token_created&actor=" + owner.id() + "&until=" + at)
                        .get("items"))
                .isEmpty();
        assertThat(read("action=sign_out&actor=" + owner.id()).get("items")).isEmpty();
        assertThat(owner.browser().get("/api/audit/actions").body()).contains("\"token_created\"", "\"sign_in\"");
        assertThat(owner.browser().get("/api/audit?from=yesterday").statusCode())
                .isBetween(400, 422);
    }

    @Test
    void as_a_file_it_holds_no_formula_and_tells_that_it_was_taken() {
        String typed = "=cmd@example.com";
        new Browser(port).post("/api/session", "{\"email\":\"%s\",\"password\":\"x\"}".formatted(typed));
        var file = owner.browser().get("/api/audit/log.csv?actor=" + URLEncoder.encode(typed, StandardCharsets.UTF_8));
        assertThat(file.headers().firstValue("Content-Disposition").orElse("")).contains("audit.csv");
        assertThat(file.body()).contains("at,actor,name", ",'=cmd@example.com,").doesNotContain(",=cmd");
        assertThat(linesOf("audit_exported")).hasSize(1);
    }

    @Test
    void what_was_done_to_people_and_factors_stands_in_it() {
        var luis = Somebody.of(Role.AGENT, port, beans);
        String path = "/api/people/" + luis.id();
        owner.browser().put(path + "/role", "{\"role\":\"admin\"}");
        owner.browser().post(path + "/reset-link", "{}");
        owner.browser().delete(path + "/sessions");
        owner.browser().post(path + "/deactivate", "{}");
        owner.browser().post(path + "/reactivate", "{}");
        owner.browser().put("/api/people/policy", "{\"secondFactorRequired\":false}");
        assertThat(read("actor=" + owner.id())
                        .get("items")
                        .valueStream()
                        .map(line -> line.get("action").asString()))
                .containsExactly(
                        "second_factor_policy_changed",
                        "person_reactivated",
                        "person_deactivated",
                        "sessions_ended",
                        "reset_link_made",
                        "role_changed",
                        "sign_in");
    }

    private List<JsonNode> linesOf(String action) {
        return read("action=" + action + "&actor=" + owner.id())
                .get("items")
                .valueStream()
                .toList();
    }

    private JsonNode read(String query) {
        return Somebody.json(owner.browser().get("/api/audit?" + query));
    }
}
