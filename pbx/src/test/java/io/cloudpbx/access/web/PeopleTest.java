package io.cloudpbx.access.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudpbx.access.Role;
import io.cloudpbx.access.account.ApiTokens;
import io.cloudpbx.startup.MovableClock;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Asking in, changing roles, shutting out. */
@WebTest
class PeopleTest {
    @LocalServerPort
    private int port;

    @Autowired
    private BeanFactory beans;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private MovableClock clock;

    private Somebody owner;

    @BeforeEach
    void anOwner() {
        owner = Somebody.of(Role.OWNER, port, beans);
    }

    @Test
    void whoever_is_invited_chooses_a_password_once_and_is_in_with_the_role_given() {
        String email = address();
        String token = invite(owner, email, "agent");
        Browser newcomer = new Browser(port);
        assertThat(newcomer.get("/api/join/" + token).body()).contains(email, "\"role\":\"agent\"", "Avery Lindqvist");
        assertThat(join(newcomer, token, "short").body()).contains("\"field\":\"password\"");
        assertThat(join(newcomer, token, "a quiet harbour").statusCode()).isEqualTo(204);
        assertThat(newcomer.get("/api/session").body()).contains(email, "\"role\":\"agent\"");
        assertThat(join(new Browser(port), token, "another quiet harbour").body())
                .contains("invitation_invalid");
        assertThat(owner.browser().get("/api/people/invitations").body()).doesNotContain(email);
    }

    @Test
    void of_two_who_use_one_invitation_at_once_one_comes_in() throws Exception {
        String token = invite(owner, address(), "agent");
        assertThat(atOnce(
                        () -> join(new Browser(port), token, "a quiet harbour").statusCode(),
                        () -> join(new Browser(port), token, "a calm harbour").statusCode()))
                .containsExactlyInAnyOrder(204, 404);
    }

    @Test
    void an_invitation_is_kept_as_a_hash_lasts_a_week_and_is_replaced_or_withdrawn() {
        String email = address();
        String first = invite(owner, email, "agent");
        assertThat(jdbc.sql("select encode(token_hash, 'hex') from invitations")
                        .query(String.class)
                        .list())
                .doesNotContain(first);
        String second = invite(owner, email.toUpperCase(java.util.Locale.ROOT), "admin");
        assertThat(open(first)).isEqualTo(404);
        assertThat(open(second)).isEqualTo(200);
        String id = jdbc.sql("select id from invitations where lower(email) = :email")
                .param("email", email)
                .query(String.class)
                .single();
        owner.browser().delete("/api/people/invitations/" + id);
        assertThat(open(second)).isEqualTo(404);
        String third = invite(owner, email, "agent");
        clock.advance(Duration.ofDays(7).minusMinutes(1));
        assertThat(open(third)).isEqualTo(200);
        clock.advance(Duration.ofMinutes(2));
        assertThat(open(third)).isEqualTo(404);
    }

    @Test
    void nobody_is_invited_twice_or_above_the_inviter() {
        var admin = Somebody.of(Role.ADMIN, port, beans);
        assertThat(admin.browser()
                        .post("/api/people/invitations", wish(address(), "owner"))
                        .body())
                .contains("beyond_own_role");
        assertThat(admin.browser()
                        .post("/api/people/invitations", wish(owner.user().email(), "agent"))
                        .body())
                .contains("already_here");
    }

    @Test
    void a_role_counts_with_the_next_request() {
        var luis = Somebody.of(Role.AGENT, port, beans);
        assertThat(luis.browser().get("/api/people").statusCode()).isEqualTo(403);
        assertThat(role(owner, luis, "admin").body()).contains("\"role\":\"admin\"");
        assertThat(luis.browser().get("/api/people").statusCode()).isEqualTo(200);
        assertThat(audited("role_changed")).contains(luis.user().email() + ": agent → admin");
    }

    @Test
    void an_admin_changes_nothing_about_an_owner() {
        var admin = Somebody.of(Role.ADMIN, port, beans);
        String path = "/api/people/" + owner.id();
        assertThat(List.of(
                        role(admin, owner, "agent"),
                        role(admin, admin, "owner"),
                        admin.browser().post(path + "/deactivate", "{}"),
                        admin.browser().post(path + "/reset-link", "{}"),
                        admin.browser().get(path + "/sessions"),
                        admin.browser().delete(path + "/sessions"),
                        admin.browser().delete(path + "/second-factor")))
                .allSatisfy(answer -> assertThat(answer.body()).contains("beyond_own_role"));
    }

    @Test
    void the_last_owner_stays_one_also_when_two_demote_each_other_at_once() throws Exception {
        jdbc.sql("update users set disabled_at = now() where role = 'OWNER' and id <> :id")
                .param("id", owner.user().userId())
                .update();
        assertThat(role(owner, owner, "admin").body()).contains("last_owner");
        assertThat(owner.browser()
                        .post("/api/people/" + owner.id() + "/deactivate", "{}")
                        .body())
                .contains("last_owner");
        var second = Somebody.of(Role.OWNER, port, beans);
        assertThat(atOnce(
                        () -> role(owner, second, "agent").statusCode(),
                        () -> role(second, owner, "agent").statusCode()))
                .containsOnlyOnce(200);
        assertThat(jdbc.sql("select count(*) from users where role = 'OWNER' and disabled_at is null")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void whoever_is_deactivated_is_out_at_once_with_tokens_and_links_and_comes_back_without_them() {
        var luis = Somebody.of(Role.ADMIN, port, beans);
        String token = beans.getBean(ApiTokens.class)
                .create(luis.user(), "CI", Role.ADMIN, Duration.ofDays(1), "127.0.0.1")
                .text();
        String invited = invite(luis, address(), "agent");
        String path = "/api/people/" + luis.id();
        String link = tokenOf(owner.browser().post(path + "/reset-link", "{}"));
        assertThat(owner.browser().post(path + "/deactivate", "{}").body()).contains("\"active\":false");
        assertThat(luis.browser().get("/api/session").statusCode()).isEqualTo(401);
        assertThat(luis.signIn(new Browser(port), "").statusCode()).isEqualTo(401);
        assertThat(open(invited)).isEqualTo(404);
        assertThat(owner.browser().post(path + "/reset-link", "{}").body()).contains("\"code\":\"deactivated\"");

        assertThat(owner.browser().post(path + "/reactivate", "{}").body()).contains("\"active\":true");
        assertThat(luis.browser().get("/api/session").statusCode()).isEqualTo(401);
        assertThat(new Browser(port)
                        .get("/api/session", "Authorization", "Bearer " + token)
                        .statusCode())
                .isEqualTo(401);
        assertThat(new Browser(port).get("/api/new-password/" + link).statusCode())
                .isEqualTo(404);
        assertThat(luis.signIn(new Browser(port), "").statusCode()).isEqualTo(204);
    }

    @Test
    void a_reset_link_changes_the_password_once_within_a_day_and_ends_every_session() {
        var luis = Somebody.of(Role.AGENT, port, beans);
        String link = tokenOf(owner.browser().post("/api/people/" + luis.id() + "/reset-link", "{}"));
        Browser elsewhere = new Browser(port);
        assertThat(elsewhere.get("/api/new-password/" + link).body())
                .contains(luis.user().email());
        String path = "/api/new-password/" + link;
        String wish = "{\"password\":\"a quiet harbour\"}";
        assertThat(elsewhere.post(path, wish).statusCode()).isEqualTo(204);
        assertThat(elsewhere.get("/api/session").statusCode()).isEqualTo(401);
        assertThat(luis.browser().get("/api/session").statusCode()).isEqualTo(401);
        assertThat(elsewhere.post(path, wish).body()).contains("reset_link_invalid");
        assertThat(luis.signIn(elsewhere, "").statusCode()).isEqualTo(401);
        assertThat(luis.signIn(elsewhere, "a quiet harbour", "").statusCode()).isEqualTo(204);
        String late = tokenOf(owner.browser().post("/api/people/" + luis.id() + "/reset-link", "{}"));
        clock.advance(Duration.ofHours(24).plusSeconds(1));
        assertThat(elsewhere.get("/api/new-password/" + late).statusCode()).isEqualTo(404);
    }

    @Test
    void admins_see_and_end_the_sessions_of_others() {
        var luis = Somebody.of(Role.AGENT, port, beans);
        Browser second = luis.elsewhere();
        String path = "/api/people/" + luis.id() + "/sessions";
        var sessions = Somebody.json(owner.browser().get(path)).get("items");
        assertThat(sessions)
                .hasSize(2)
                .allMatch(session -> !session.get("current").asBoolean());
        String newest = sessions.get(0).get("id").asString();
        assertThat(owner.browser().delete(path + "/" + newest).statusCode()).isEqualTo(204);
        assertThat(owner.browser().delete(path + "/" + newest).statusCode()).isEqualTo(404);
        assertThat(second.get("/api/session").statusCode()).isEqualTo(401);
        owner.browser().delete(path);
        assertThat(luis.browser().get("/api/session").statusCode()).isEqualTo(401);
    }

    private List<Integer> atOnce(Callable<Integer> first, Callable<Integer> second) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            return threads.invokeAll(List.of(first, second)).stream()
                    .map(Future::resultNow)
                    .toList();
        }
    }

    private List<String> audited(String action) {
        return jdbc.sql("select object || ': ' || detail from audit_log where action = :action")
                .param("action", action)
                .query((row, number) -> row.getString(1))
                .list();
    }

    private static HttpResponse<String> role(Somebody who, Somebody whose, String role) {
        return who.browser().put("/api/people/" + whose.id() + "/role", "{\"role\":\"" + role + "\"}");
    }

    private static String invite(Somebody who, String email, String role) {
        return tokenOf(who.browser().post("/api/people/invitations", wish(email, role)));
    }

    private static String wish(String email, String role) {
        return "{\"email\":\"%s\",\"role\":\"%s\"}".formatted(email, role);
    }

    private static String tokenOf(HttpResponse<String> made) {
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        String link = Somebody.json(made).get("link").asString();
        return link.substring(link.lastIndexOf('/') + 1);
    }

    private int open(String token) {
        return new Browser(port).get("/api/join/" + token).statusCode();
    }

    private static HttpResponse<String> join(Browser browser, String token, String password) {
        return browser.post("/api/join/" + token, "{\"name\":\"Noor Haddad\",\"password\":\"%s\"}".formatted(password));
    }

    private static String address() {
        return UUID.randomUUID() + "@example.com";
    }
}
