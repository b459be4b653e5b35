package io.cloudpbx.access.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudpbx.access.Role;
import io.cloudpbx.access.account.AuthenticatorApp;
import io.cloudpbx.startup.MovableClock;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One's own password, sessions and second factor. */
@WebTest
class AccountTest {
    private static final String FACTOR = "/api/account/second-factor";
    private static final Duration STEP = Duration.ofSeconds(30);

    @LocalServerPort
    private int port;

    @Autowired
    private BeanFactory beans;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private MovableClock clock;

    private Somebody priya;

    @BeforeEach
    void aPerson() {
        priya = Somebody.of(Role.OWNER, port, beans);
    }

    @AfterEach
    void nobodyMustHaveOne() {
        jdbc.sql("update sign_in_policy set second_factor_required = false").update();
    }

    @Test
    void a_changed_password_ends_the_other_sessions_and_keeps_this_one() {
        Browser other = priya.elsewhere();
        var wrong = priya.browser().put("/api/account/password", passwords("a guess", "a quiet harbour"));
        assertThat(wrong.body()).contains("\"field\":\"current\"");
        assertThat(other.get("/api/session").statusCode()).isEqualTo(200);
        var changed = priya.browser().put("/api/account/password", passwords(Somebody.PASSWORD, "a quiet harbour"));
        assertThat(changed.statusCode()).isEqualTo(204);
        assertThat(other.get("/api/session").statusCode()).isEqualTo(401);
        assertThat(priya.browser().get("/api/session").statusCode()).isEqualTo(200);
        assertThat(priya.signIn(other, "").statusCode()).isEqualTo(401);
        assertThat(priya.signIn(other, "a quiet harbour", "").statusCode()).isEqualTo(204);
    }

    @Test
    void ones_own_sessions_are_listed_and_ended_one_by_one_or_all_but_this() {
        Browser second = priya.elsewhere();
        Browser third = priya.elsewhere();
        var sessions =
                Somebody.json(priya.browser().get("/api/account/sessions")).get("items");
        assertThat(sessions).hasSize(3);
        assertThat(sessions.valueStream()
                        .filter(session -> session.get("current").asBoolean()))
                .singleElement()
                .satisfies(session -> {
                    assertThat(session.get("browser").asString()).startsWith("Java-http-client");
                    assertThat(session.get("address").asString()).isNotBlank();
                });
        String newest = sessions.get(0).get("id").asString();
        var stranger = Somebody.of(Role.OWNER, port, beans);
        assertThat(stranger.browser().delete("/api/account/sessions/" + newest).statusCode())
                .isEqualTo(404);
        assertThat(priya.browser().delete("/api/account/sessions").body()).isEqualTo("{\"ended\":2}");
        assertThat(Stream.of(second, third)
                        .map(browser -> browser.get("/api/session").statusCode()))
                .containsOnly(401);
        assertThat(priya.browser().get("/api/session").statusCode()).isEqualTo(200);
        assertThat(stranger.browser().get("/api/session").statusCode()).isEqualTo(200);
    }

    @Test
    @Timeout(30)
    void what_is_still_open_of_a_session_ends_with_it() throws Exception {
        Browser other = priya.elsewhere();
        try (var stream = other.open(other.request("/api/events").GET()).body()) {
            assertThat(stream.read()).isNotNegative();
            priya.browser().delete("/api/account/sessions");
            assertThat(new String(stream.readAllBytes(), StandardCharsets.UTF_8))
                    .doesNotContain("event: end");
        }
    }

    @Test
    void with_a_second_factor_the_password_alone_opens_nothing() {
        var app = added();
        Browser other = new Browser(port);
        assertThat(priya.signIn(other, "").body()).contains("\"code\":\"code_needed\"");
        assertThat(priya.signIn(other, "000000").body()).contains("\"code\":\"code_wrong\"");
        assertThat(priya.signIn(other, "a guess", app.codeAt(clock.instant())).body())
                .contains("\"code\":\"sign_in_failed\"");
        assertThat(other.get("/api/session").statusCode()).isEqualTo(401);
        clock.advance(STEP);
        assertThat(priya.signIn(other, app.codeAt(clock.instant())).statusCode())
                .isEqualTo(204);
    }

    @Test
    void a_code_is_taken_once_also_when_it_is_sent_twice_at_once() throws Exception {
        var app = added();
        clock.advance(STEP);
        String code = app.codeAt(clock.instant());
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            assertThat(threads
                            .invokeAll(List.of(
                                    () -> priya.signIn(new Browser(port), code).statusCode(),
                                    () -> priya.signIn(new Browser(port), code).statusCode()))
                            .stream()
                            .map(Future::resultNow))
                    .containsExactlyInAnyOrder(204, 401);
        }
        assertThat(priya.signIn(new Browser(port), code).body()).contains("code_wrong");
    }

    @Test
    void codes_cannot_be_guessed_at_leisure() {
        added();
        for (int guess = 0; guess < 5; guess++) {
            assertThat(priya.signIn(new Browser(port), "00000" + guess).statusCode())
                    .isEqualTo(401);
        }
        assertThat(priya.signIn(new Browser(port), "000005").statusCode()).isEqualTo(429);
        assertThat(priya.browser().post(FACTOR + "/off", code("000006")).statusCode())
                .isEqualTo(429);
    }

    @Test
    void a_recovery_code_stands_in_once_for_a_lost_phone_however_it_is_typed() {
        List<String> codes = recoveryCodes(confirm(begin()));
        assertThat(codes)
                .hasSize(10)
                .doesNotHaveDuplicates()
                .allMatch(each -> each.matches("([a-z2-7]{4}-){3}[a-z2-7]{4}"));
        assertThat(jdbc.sql("select encode(code_hash, 'escape') from recovery_codes")
                        .query(String.class)
                        .list())
                .hasSizeGreaterThanOrEqualTo(10)
                .doesNotContainAnyElementsOf(codes);
        String typed = codes.getFirst().toUpperCase(java.util.Locale.ROOT).replace('-', ' ');
        assertThat(priya.signIn(new Browser(port), typed).statusCode()).isEqualTo(204);
        assertThat(priya.signIn(new Browser(port), codes.getFirst()).statusCode())
                .isEqualTo(401);
        assertThat(priya.browser().get(FACTOR).body()).contains("\"recoveryCodesLeft\":9");
        List<String> fresh = recoveryCodes(priya.browser().post(FACTOR + "/recovery-codes", code(codes.get(1))));
        assertThat(priya.signIn(new Browser(port), codes.get(2)).statusCode()).isEqualTo(401);
        assertThat(priya.signIn(new Browser(port), fresh.getFirst()).statusCode())
                .isEqualTo(204);
    }

    @Test
    void adding_it_ends_other_sessions_and_the_key_is_not_readable_in_the_database() {
        Browser other = priya.elsewhere();
        var app = added();
        assertThat(other.get("/api/session").statusCode()).isEqualTo(401);
        assertThat(jdbc.sql("select encode(sealed_key, 'escape') from second_factors")
                        .query(String.class)
                        .list())
                .noneMatch(kept -> kept.contains(app.key()));
        assertThat(priya.browser().post(FACTOR, "{}").body()).contains("second_factor_on");
        assertThat(priya.browser().post(FACTOR + "/off", code("000000")).body()).contains("\"field\":\"code\"");
        clock.advance(STEP);
        assertThat(priya.browser()
                        .post(FACTOR + "/off", code(app.codeAt(clock.instant())))
                        .statusCode())
                .isEqualTo(204);
        assertThat(priya.signIn(new Browser(port), "").statusCode()).isEqualTo(204);
    }

    @Test
    void a_factor_that_was_never_confirmed_is_not_asked_for() {
        begin();
        assertThat(priya.browser().post(FACTOR + "/confirm", code("000000")).body())
                .contains("\"field\":\"code\"");
        assertThat(priya.signIn(new Browser(port), "").statusCode()).isEqualTo(204);
    }

    @Test
    void an_admin_takes_a_lost_factor_away_and_a_reset_link_does_not() {
        added();
        var owner = Somebody.of(Role.OWNER, port, beans);
        assertThat(owner.browser()
                        .delete("/api/people/" + priya.id() + "/second-factor")
                        .statusCode())
                .isEqualTo(204);
        assertThat(priya.browser().get("/api/session").statusCode()).isEqualTo(401);
        assertThat(priya.signIn(new Browser(port), "").statusCode()).isEqualTo(204);
    }

    @Test
    void when_everybody_must_have_one_whoever_has_none_adds_it_before_anything_else() {
        added();
        var luis = Somebody.of(Role.ADMIN, port, beans);
        assertThat(priya.browser()
                        .put("/api/people/policy", "{\"secondFactorRequired\":true}")
                        .statusCode())
                .isEqualTo(200);
        assertThat(priya.browser().get("/api/dashboard").statusCode()).isEqualTo(200);
        assertThat(luis.browser().get("/api/dashboard").body()).contains("second_factor_required");
        assertThat(luis.browser().post("/api/tokens", "{\"name\":\"x\"}").body())
                .contains("second_factor_required");
        priya = luis;
        var app = added();
        assertThat(luis.browser().get("/api/dashboard").statusCode()).isEqualTo(200);
        clock.advance(STEP);
        assertThat(luis.browser()
                        .post(FACTOR + "/off", code(app.codeAt(clock.instant())))
                        .body())
                .contains("\"code\":\"second_factor_required\"");
    }

    private AuthenticatorApp added() {
        var app = begin();
        confirm(app);
        return app;
    }

    private AuthenticatorApp begin() {
        var offer = Somebody.json(priya.browser().post(FACTOR, "{}"));
        assertThat(offer.get("address").asString()).startsWith("otpauth://totp/CloudPBX%20localhost:");
        assertThat(offer.at("/picture/path").asString()).startsWith("M");
        return new AuthenticatorApp(offer.get("key").asString());
    }

    private HttpResponse<String> confirm(AuthenticatorApp app) {
        var confirmed = priya.browser().post(FACTOR + "/confirm", code(app.codeAt(clock.instant())));
        assertThat(confirmed.statusCode()).as(confirmed.body()).isEqualTo(200);
        return confirmed;
    }

    private static List<String> recoveryCodes(HttpResponse<String> answer) {
        return Somebody.json(answer)
                .get("recoveryCodes")
                .valueStream()
                .map(code -> code.asString())
                .toList();
    }

    private static String code(String text) {
        return "{\"code\":\"" + text + "\"}";
    }

    private static String passwords(String current, String wanted) {
        return "{\"current\":\"%s\",\"password\":\"%s\"}".formatted(current, wanted);
    }
}
