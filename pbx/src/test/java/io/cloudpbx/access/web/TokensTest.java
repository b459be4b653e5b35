package io.cloudpbx.access.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudpbx.access.Role;
import io.cloudpbx.access.SignedIn;
import io.cloudpbx.access.account.ApiTokens;
import io.cloudpbx.access.store.Users;
import io.cloudpbx.startup.MovableClock;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@WebTest
class TokensTest {
    private static final Pattern TOKEN = Pattern.compile("\"token\":\"(cpbx_([0-9a-f]{16})_([0-9a-f]{64}))\"");

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Users users;

    @Autowired
    private ApiTokens tokens;

    @Autowired
    private MovableClock clock;

    private Browser program = new Browser(0);
    private String bearer = "";

    @BeforeEach
    void anOwnerWithAToken() {
        program = new Browser(port);
        SignedIn owner = users.add("Dana", UUID.randomUUID() + "@example.com", null, Role.OWNER);
        bearer = token(owner, Role.OWNER);
    }

    @Test
    void a_token_is_shown_once_and_kept_as_a_hash() {
        String created = create("{\"name\":\"CI\"}").body();
        var token = TOKEN.matcher(created);
        assertThat(token.find()).as(created).isTrue();
        assertThat(as(token.group(1)).statusCode()).isEqualTo(200);
        assertThat(program.get("/api/tokens", "Authorization", bearer).body())
                .contains("\"prefix\":\"cpbx_" + token.group(2) + "\"", "\"name\":\"CI\"")
                .doesNotContain(token.group(3));
        assertThat(jdbc.sql("select t::text from api_tokens t")
                        .query(String.class)
                        .list())
                .noneMatch(row -> row.contains(token.group(3)));
    }

    @Test
    void a_revoked_token_is_refused_at_once() {
        var token = TOKEN.matcher(create("{\"name\":\"CI\"}").body());
        assertThat(token.find()).isTrue();
        assertThat(program.delete("/api/tokens/" + token.group(2), "Authorization", bearer)
                        .statusCode())
                .isEqualTo(204);
        assertThat(as(token.group(1)).statusCode()).isEqualTo(401);
        assertThat(program.delete("/api/tokens/" + token.group(2), "Authorization", bearer)
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void a_token_ends_after_ninety_days_unless_said_otherwise() {
        var token =
                TOKEN.matcher(create("{\"name\":\"CI\",\"expiresInDays\":7}").body());
        assertThat(token.find()).isTrue();
        clock.advance(Duration.ofDays(8));
        assertThat(as(token.group(1)).statusCode()).isEqualTo(401);
        assertThat(program.get("/api/session", "Authorization", bearer).statusCode())
                .isEqualTo(200);
        clock.advance(Duration.ofDays(83));
        assertThat(program.get("/api/session", "Authorization", bearer).statusCode())
                .isEqualTo(401);
    }

    @Test
    void what_is_no_token_or_has_another_secret_is_refused() {
        String wrongSecret =
                bearer.substring("Bearer ".length(), bearer.length() - 1) + (bearer.endsWith("0") ? "1" : "0");
        for (String nonsense : new String[] {wrongSecret, "cpbx_", "x".repeat(5000), "cpbx_0_0", "AC00"}) {
            assertThat(as(nonsense).statusCode()).isEqualTo(401);
        }
    }

    @Test
    void a_token_may_do_less_than_its_owner_and_never_more() {
        SignedIn admin = users.add("Luis", UUID.randomUUID() + "@example.com", null, Role.ADMIN);
        String reading = token(admin, Role.READ_ONLY);
        assertThat(program.get("/api/session", "Authorization", reading).body()).contains("read");
        HttpResponse<String> refused = program.post("/api/extensions", "{}", "Authorization", reading);
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body()).contains("\"code\":\"not_allowed\"");
        String tooMuch = token(admin, Role.OWNER);
        assertThat(program.get("/api/session", "Authorization", tooMuch).body()).contains("\"role\":\"admin\"");
        assertThat(program.post("/api/tokens", "{\"name\":\"x\",\"role\":\"owner\"}", "Authorization", tooMuch)
                        .body())
                .contains("\"field\":\"role\"");
        assertThat(jdbc.sql("select count(*) from audit_log where action = 'denied' and actor = :id")
                        .param("id", admin.userId().toString())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void an_agent_reads_what_the_company_is_and_only_who_runs_it_changes_that() {
        SignedIn owner = users.add("Noor", UUID.randomUUID() + "@example.com", null, Role.OWNER);
        for (String place : new String[] {"/api/extensions", "/api/settings", "/api/numbers/1/release"}) {
            var asAgent = program.post(place, "{}", "Authorization", token(owner, Role.AGENT));
            assertThat(asAgent.statusCode()).as(place).isEqualTo(403);
            assertThat(asAgent.body()).contains("\"code\":\"not_allowed\"");
            assertThat(program.post(place, "{}", "Authorization", token(owner, Role.ADMIN))
                            .statusCode())
                    .as(place)
                    .isNotIn(401, 403);
        }
        assertThat(program.get("/api/settings", "Authorization", token(owner, Role.AGENT))
                        .statusCode())
                .isNotIn(401, 403);
    }

    @Test
    void a_program_needs_no_csrf_token_and_a_bad_token_is_not_saved_by_a_good_cookie() {
        var change = program.request("/api/tokens", "Authorization", bearer, "Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"name\":\"CI\"}"));
        assertThat(program.send(change).statusCode()).isEqualTo(201);
        assertThat(as("cpbx_wrong").statusCode()).isEqualTo(401);
    }

    @Test
    void the_last_use_is_noted() {
        program.get("/api/session", "Authorization", bearer);
        assertThat(program.get("/api/tokens", "Authorization", bearer).body()).contains("\"lastUsedAt\":\"20");
    }

    private HttpResponse<String> create(String json) {
        return program.post("/api/tokens", json, "Authorization", bearer);
    }

    private HttpResponse<String> as(String token) {
        return program.get("/api/session", "Authorization", "Bearer " + token);
    }

    private String token(SignedIn owner, Role role) {
        return "Bearer "
                + tokens.create(owner, "test", role, Duration.ofDays(90), "127.0.0.1")
                        .text();
    }
}
