package io.cloudpbx.access.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.cloudpbx.access.Role;
import io.cloudpbx.startup.MovableClock;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;

@WebTest
class SignInTest {
    private static final String PASSWORD = "correct horse battery";
    private static final String COOKIE = "CLOUDPBX_SESSION";

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private MovableClock clock;

    private Browser browser = new Browser(0);
    private String email = "";

    @BeforeEach
    void aPerson() {
        browser = new Browser(port);
        email = "priya" + UUID.randomUUID() + "@example.com";
        jdbc.sql("delete from sign_in_limits").update();
        jdbc.sql("""
                insert into users (id, name, email, password_hash, role, created_at)
                values (gen_random_uuid(), 'Priya Raman', :email, :hash, :role, now())
                """)
                .param("email", email)
                .param("hash", new Argon2PasswordEncoder(16, 32, 1, 19 * 1024, 2).encode(PASSWORD))
                .param("role", Role.OWNER.name())
                .update();
    }

    @Test
    void with_the_right_password_a_session_begins() {
        assertThat(signIn(PASSWORD).statusCode()).isEqualTo(204);
        HttpResponse<String> session = browser.get("/api/session");
        assertThat(session.statusCode()).isEqualTo(200);
        assertThat(session.body()).contains(email, "\"role\":\"owner\"");
    }

    @Test
    void the_session_cookie_is_out_of_reach_of_scripts_and_other_sites() {
        HttpResponse<String> page = browser.get("/sign-in");
        HttpResponse<String> signedIn = signIn(PASSWORD);
        assertThat(signedIn.headers().allValues("Set-Cookie"))
                .filteredOn(cookie -> cookie.startsWith(COOKIE + "="))
                .singleElement()
                .asString()
                .contains("HttpOnly", "SameSite=Lax", "Path=/")
                .doesNotContain("Domain", "Secure");
        assertThat(page.headers().allValues("Set-Cookie"))
                .filteredOn(cookie -> cookie.startsWith("XSRF-TOKEN="))
                .isNotEmpty()
                .allSatisfy(
                        cookie -> assertThat(cookie).contains("SameSite=Lax").doesNotContain("HttpOnly"));
    }

    @Test
    void the_database_holds_no_session_that_could_be_used() {
        signIn(PASSWORD);
        String id = browser.cookie(COOKIE).orElseThrow();
        assertThat(id).matches("[0-9a-f]{64}");
        assertThat(jdbc.sql("select session_id from spring_session")
                        .query(String.class)
                        .list())
                .isNotEmpty()
                .doesNotContain(id);
        assertThat(jdbc.sql("select distinct max_inactive_interval from spring_session")
                        .query(Long.class)
                        .single())
                .isEqualTo(Duration.ofHours(8).toSeconds());
    }

    @Test
    void a_wrong_password_an_unknown_person_and_one_without_password_are_answered_alike() {
        jdbc.sql(
                        "insert into users (id, name, email, role, created_at) values (gen_random_uuid(), 'N', 'none' || :email, 'OWNER', now())")
                .param("email", email)
                .update();
        HttpResponse<String> wrong = signIn("incorrect horse");
        HttpResponse<String> unknown = signIn("nobody@example.com", PASSWORD);
        HttpResponse<String> without = signIn("none" + email, "");
        assertThat(wrong.statusCode()).isEqualTo(401);
        assertThat(wrong.body()).contains("\"code\":\"sign_in_failed\"");
        assertThat(unknown.body()).isEqualTo(wrong.body());
        assertThat(without.body()).isEqualTo(wrong.body());
        assertThat(browser.cookie(COOKIE)).isEmpty();
    }

    @Test
    void after_five_wrong_passwords_even_the_right_one_waits_and_then_is_taken() {
        for (int attempt = 1; attempt <= 5; attempt++) {
            assertThat(signIn("guess " + attempt).statusCode()).isEqualTo(401);
        }
        HttpResponse<String> refused = signIn(PASSWORD);
        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.body()).contains("\"code\":\"too_many_attempts\"");
        assertThat(Integer.parseInt(refused.headers().firstValue("Retry-After").orElseThrow()))
                .isBetween(1, 30);
        clock.advance(Duration.ofSeconds(31));
        assertThat(signIn(PASSWORD).statusCode()).isEqualTo(204);
        assertThat(signIn("guess again").statusCode()).isEqualTo(401);
    }

    @Test
    void guessing_at_once_gains_nothing() throws Exception {
        List<Callable<Integer>> guesses = IntStream.range(0, 19)
                .<Callable<Integer>>mapToObj(number -> () -> new Browser(port)
                        .post("/api/session", credentials(email, "guess " + number))
                        .statusCode())
                .toList();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var statuses = threads.invokeAll(guesses).stream()
                    .map(Future::resultNow)
                    .collect(Collectors.groupingBy(status -> status, Collectors.counting()));
            // On a busy machine some are told to come again before anybody looks at their password.
            assertThat(statuses.keySet()).isSubsetOf(401, 429, 503);
            assertThat(statuses.get(401)).isBetween(1L, 5L);
        }
    }

    @Test
    void one_address_has_twenty_attempts_over_all_accounts() {
        for (int attempt = 1; attempt <= 20; attempt++) {
            assertThat(signIn("person" + attempt + "@example.com", "guess").statusCode())
                    .isEqualTo(401);
        }
        assertThat(signIn(PASSWORD).statusCode()).isEqualTo(429);
    }

    @Test
    void a_session_id_planted_before_sign_in_is_worth_nothing() {
        String planted = "0".repeat(64);
        browser.plant(COOKIE, planted);
        assertThat(signIn(PASSWORD).headers().allValues("Set-Cookie"))
                .anyMatch(cookie -> cookie.startsWith(COOKIE + "="))
                .noneMatch(cookie -> cookie.contains(planted));
        Browser thief = new Browser(port);
        thief.plant(COOKIE, planted);
        assertThat(thief.get("/api/session").statusCode()).isEqualTo(401);
    }

    @Test
    void signing_in_again_ends_the_session_before() {
        signIn(PASSWORD);
        String first = browser.cookie(COOKIE).orElseThrow();
        signIn(PASSWORD);
        assertThat(withCookie(first).get("/api/session").statusCode()).isEqualTo(401);
        assertThat(browser.get("/api/session").statusCode()).isEqualTo(200);
    }

    @Test
    void after_signing_out_a_stolen_cookie_is_worth_nothing() {
        signIn(PASSWORD);
        String stolen = browser.cookie(COOKIE).orElseThrow();
        assertThat(withCookie(stolen).get("/api/session").statusCode()).isEqualTo(200);
        assertThat(browser.delete("/api/session").statusCode()).isEqualTo(204);
        assertThat(withCookie(stolen).get("/api/session").statusCode()).isEqualTo(401);
    }

    @Test
    void a_session_ends_after_twelve_hours_however_busy() {
        signIn(PASSWORD);
        clock.advance(Duration.ofHours(12).minusMinutes(1));
        assertThat(browser.get("/api/session").statusCode()).isEqualTo(200);
        clock.advance(Duration.ofMinutes(2));
        assertThat(browser.get("/api/session").statusCode()).isEqualTo(401);
    }

    @Test
    void somebody_who_is_disabled_is_out_at_once() {
        signIn(PASSWORD);
        jdbc.sql("update users set disabled_at = now() where email = :email")
                .param("email", email)
                .update();
        assertThat(browser.get("/api/session").statusCode()).isEqualTo(401);
        assertThat(signIn(PASSWORD).statusCode()).isEqualTo(401);
    }

    @Test
    void without_the_csrf_token_or_from_another_site_nothing_is_changed() {
        assertThat(browser.postWithoutCsrfToken("/api/session", credentials(email, PASSWORD))
                        .body())
                .contains("\"code\":\"csrf_token_missing\"");
        for (String[] foreign : List.of(
                new String[] {"Sec-Fetch-Site", "cross-site"},
                new String[] {"Sec-Fetch-Site", "same-site"},
                new String[] {"Origin", "https://evil.example"},
                new String[] {"Origin", "null"})) {
            HttpResponse<String> refused = browser.post("/api/session", credentials(email, PASSWORD), foreign);
            assertThat(refused.statusCode()).isEqualTo(403);
            assertThat(refused.body()).contains("\"code\":\"foreign_site\"");
        }
        assertThat(browser.cookie(COOKIE)).isEmpty();
        assertThat(browser.post("/api/session", credentials(email, PASSWORD), "Origin", "http://localhost:" + port)
                        .statusCode())
                .isEqualTo(204);
    }

    @Test
    void a_form_is_not_taken_for_json() {
        browser.get("/sign-in");
        var form = browser.request("/api/session")
                .header("X-XSRF-TOKEN", browser.cookie("XSRF-TOKEN").orElseThrow())
                .header("Content-Type", "text/plain")
                .POST(HttpRequest.BodyPublishers.ofString(credentials(email, PASSWORD)));
        assertThat(browser.send(form).statusCode()).isEqualTo(415);
    }

    @Test
    void the_audit_log_tells_of_it_without_the_password_and_cannot_be_changed() {
        signIn("canary-password");
        signIn(PASSWORD);
        assertThat(jdbc.sql("select action from audit_log order by id desc limit 2")
                        .query(String.class)
                        .list())
                .containsExactly("sign_in", "sign_in_failed");
        assertThat(jdbc.sql("select audit_log::text from audit_log")
                        .query(String.class)
                        .list())
                .noneMatch(line -> line.contains("canary"));
        for (String change :
                List.of("update audit_log set actor = 'x'", "delete from audit_log", "truncate audit_log")) {
            assertThat(catchThrowable(() -> jdbc.sql(change).update())).hasMessageContaining("append-only");
        }
    }

    private Browser withCookie(String session) {
        Browser other = new Browser(port);
        other.plant(COOKIE, session);
        return other;
    }

    private HttpResponse<String> signIn(String password) {
        return signIn(email, password);
    }

    private HttpResponse<String> signIn(String who, String password) {
        return browser.post("/api/session", credentials(who, password));
    }

    private static String credentials(String who, String password) {
        return "{\"email\":\"%s\",\"password\":\"%s\"}".formatted(who, password);
    }
}
