package io.cloudpbx.access.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudpbx.access.OwnerSetUp;
import io.cloudpbx.access.account.Secret;
import io.cloudpbx.access.store.SetUpLinks;
import io.cloudpbx.startup.MovableClock;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.jdbc.core.simple.JdbcClient;

@WebTest
class SetUpTest {
    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private SetUpLinks links;

    @Autowired
    private MovableClock clock;

    @Autowired
    private ConfigurableApplicationContext context;

    private final List<OwnerSetUp> published = new CopyOnWriteArrayList<>();
    private final ApplicationListener<PayloadApplicationEvent<OwnerSetUp>> listener =
            ApplicationListener.forPayload(published::add);
    private Browser browser = new Browser(0);
    private String link = "";

    @BeforeEach
    void nobodyYet() {
        jdbc.sql("delete from users").update();
        jdbc.sql("delete from setup_links").update();
        jdbc.sql("delete from sign_in_limits").update();
        browser = new Browser(port);
        link = "/api/setup/" + freshLink();
        context.addApplicationListener(listener);
    }

    @AfterEach
    void listenNoMore() {
        context.removeApplicationListener(listener);
    }

    @Test
    void the_link_makes_the_owner_signs_her_in_and_tells_about_the_company() {
        assertThat(browser.get(link).body())
                .contains("\"expiresAt\":\"20", "\"passwords\":{\"least\":12,\"most\":200}");
        HttpResponse<String> done = browser.post(link, wish("dana@example.com", "a long sentence of mine"));
        assertThat(done.statusCode()).as(done.body()).isEqualTo(204);
        assertThat(browser.get("/api/session").body()).contains("dana@example.com", "\"role\":\"owner\"");
        assertThat(published).singleElement().satisfies(company -> {
            assertThat(company.businessName()).isEqualTo("Harbor Dental");
            assertThat(company.timeZone()).isEqualTo(ZoneId.of("America/Los_Angeles"));
        });
        assertThat(new Browser(port)
                        .post(
                                "/api/session",
                                "{\"email\":\"DANA@example.com\",\"password\":\"a long sentence of mine\"}")
                        .statusCode())
                .isEqualTo(204);
    }

    @Test
    void a_used_link_is_worth_nothing_and_so_is_every_other_of_that_day() {
        String other = "/api/setup/" + freshLink();
        browser.post(link, wish("dana@example.com", "a long sentence of mine"));
        for (String worthless : List.of(link, other, "/api/setup/" + "0".repeat(64))) {
            assertThat(browser.get(worthless).statusCode()).isEqualTo(404);
            HttpResponse<String> refused = browser.post(worthless, wish("eve@example.com", "a long sentence of mine"));
            assertThat(refused.statusCode()).isEqualTo(404);
            assertThat(refused.body()).contains("\"code\":\"setup_link_invalid\"");
        }
        assertThat(people()).containsExactly("dana@example.com");
    }

    @Test
    void of_two_who_use_links_at_once_one_becomes_the_owner() throws Exception {
        String other = "/api/setup/" + freshLink();
        List<Callable<Integer>> tries = Stream.of(link, other, link, other)
                .<Callable<Integer>>map(path -> () -> new Browser(port)
                        .post(path, wish(path.hashCode() + "@example.com", "a long sentence of mine"))
                        .statusCode())
                .toList();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Integer> statuses = new ArrayList<>(
                    threads.invokeAll(tries).stream().map(Future::resultNow).toList());
            assertThat(statuses).containsExactlyInAnyOrder(204, 404, 404, 404);
        }
        assertThat(people()).hasSize(1);
    }

    @Test
    void a_stray_link_that_was_made_while_somebody_became_the_owner_makes_no_second_one() throws Exception {
        var barrier = new CyclicBarrier(2);
        Callable<Integer> first = () -> {
            barrier.await();
            return new Browser(port)
                    .post(link, wish("dana@example.com", "a long sentence of mine"))
                    .statusCode();
        };
        Callable<Integer> stray = () -> {
            barrier.await();
            return new Browser(port)
                    .post("/api/setup/" + freshLink(), wish("eve@example.com", "a long sentence of mine"))
                    .statusCode();
        };
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Integer> statuses = new ArrayList<>(threads.invokeAll(List.of(first, stray)).stream()
                    .map(Future::resultNow)
                    .toList());
            assertThat(statuses).containsExactlyInAnyOrder(204, 404);
        }
        assertThat(people()).hasSize(1);

        String late = "/api/setup/" + freshLink();
        assertThat(browser.get(late).statusCode()).isEqualTo(404);
        assertThat(browser.post(late, wish("eve@example.com", "a long sentence of mine"))
                        .body())
                .contains("\"code\":\"setup_link_invalid\"");
        assertThat(people()).hasSize(1);
    }

    @Test
    void a_link_is_too_old_after_a_day() {
        clock.advance(Duration.ofHours(24).plusSeconds(1));
        assertThat(browser.get(link).statusCode()).isEqualTo(404);
        assertThat(browser.post(link, wish("dana@example.com", "a long sentence of mine"))
                        .statusCode())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({
        "eleven chrs,too_short",
        "Password1234,too_common",
        "letmein!!!!!,too_common",
        "Harbor Dental,too_common",
        "Harbor Dental 2026,too_common",
        "dana@example.com,too_common",
        "aaaaaaaaaaaa,too_common"
    })
    void a_password_that_others_try_first_is_refused_by_name_and_the_link_stays_good(String password, String code) {
        HttpResponse<String> refused = browser.post(link, wish("dana@example.com", password));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("\"field\":\"password\"", "\"code\":\"" + code + "\"");
        assertThat(people()).isEmpty();
        assertThat(browser.get(link).statusCode()).isEqualTo(200);
    }

    @Test
    void wrong_fields_are_named() {
        HttpResponse<String> refused = browser.post(link, """
                {"name":" ","email":"no address","password":"a long sentence of mine","businessName":"","timeZone":"UTC"}
                """);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("\"field\":\"name\"", "\"field\":\"email\"", "\"field\":\"businessName\"");
        assertThat(browser.post(
                                link,
                                wish("dana@example.com", "a long sentence of mine")
                                        .replace("Los_Angeles", "Atlantis"))
                        .body())
                .contains("\"field\":\"timeZone\"");
    }

    private String freshLink() {
        Secret secret = Secret.fresh();
        links.add(secret.hash(), clock.instant().plus(Duration.ofHours(24)));
        return secret.text();
    }

    private List<@Nullable String> people() {
        return jdbc.sql("select email from users").query(String.class).list();
    }

    private static String wish(String email, String password) {
        return """
                {"name":"Dana Whitfield","email":"%s","password":"%s","businessName":"Harbor Dental",
                 "timeZone":"America/Los_Angeles"}""".formatted(email, password);
    }
}
