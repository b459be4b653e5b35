package io.cloudpbx.access.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudpbx.access.Role;
import io.cloudpbx.access.account.ApiTokens;
import io.cloudpbx.access.account.AuthenticatorApp;
import io.cloudpbx.access.flow.StepUp;
import io.cloudpbx.access.store.Users;
import io.cloudpbx.startup.MovableClock;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Acts of consequence ask a person who signed in a while ago to prove again who they are. */
@WebTest
class FreshProofTest {
    private static final String PROOF = "/api/account/proof";
    private static final Duration A_WHILE = StepUp.FRESH.plusMinutes(1);
    private static final String TOKEN = "{\"name\":\"till\"}";

    @LocalServerPort
    private int port;

    @Autowired
    private BeanFactory beans;

    @Autowired
    private MovableClock clock;

    private Somebody priya;

    @BeforeEach
    void aPerson() {
        priya = Somebody.of(Role.OWNER, port, beans);
    }

    @Test
    void of_all_routes_those_of_the_table_ask_for_a_fresh_proof_and_no_others() {
        clock.advance(A_WHILE);
        String csrf = priya.browser().cookie("XSRF-TOKEN").orElseThrow();
        assertThat(asking("X-XSRF-TOKEN", csrf))
                .containsExactlyElementsOf(RolesTable.lines().stream()
                        .filter(RolesTable.Line::fresh)
                        .map(RolesTable.Line::address)
                        .toList())
                .contains("POST /api/tokens", "GET /api/contacts/export.csv", "PUT /api/people/{id}/role");
    }

    @Test
    void a_campaign_that_begins_as_it_is_made_asks_as_starting_one_does_and_a_draft_asks_nothing() {
        clock.advance(A_WHILE);
        assertThat(campaign(false).body()).contains("\"code\":\"step_up_required\"", "\"by\":[\"password\"]");
        HttpResponse<String> draft = campaign(true);
        assertThat(draft.statusCode()).as(draft.body()).isEqualTo(201);

        prove("password", Somebody.PASSWORD);
        assertThat(campaign(false).body()).doesNotContain("step_up_required");
    }

    private HttpResponse<String> campaign(boolean draft) {
        return priya.browser().post("/api/campaigns", """
                {"name":"May","message":"Time for a cleaning","recipients":[],"fromNumber":"+18335550100","draft":%s}""".formatted(draft));
    }

    @Test
    void an_API_token_is_never_asked_for_a_proof() {
        var program = beans.getBean(Users.class).add("Till", UUID.randomUUID() + "@example.com", null, Role.OWNER);
        String token = beans.getBean(ApiTokens.class)
                .create(program, "till", Role.OWNER, Duration.ofDays(1), "127.0.0.1")
                .text();
        clock.advance(A_WHILE);
        assertThat(asking("Authorization", "Bearer " + token)).isEmpty();
    }

    @Test
    void whoever_may_not_do_it_anyway_is_told_that_and_asked_for_nothing() {
        var agent = Somebody.of(Role.AGENT, port, beans);
        clock.advance(A_WHILE);
        assertThat(agent.browser().post("/api/tokens", TOKEN).body()).contains("not_allowed");
    }

    @Test
    void the_password_is_the_proof_of_who_has_no_second_factor_and_lasts_ten_minutes() {
        assertThat(create().statusCode()).isEqualTo(201);
        clock.advance(A_WHILE);
        assertThat(create().body()).contains("\"code\":\"step_up_required\"", "\"by\":[\"password\"]");
        assertThat(priya.browser().get(PROOF).body()).isEqualTo("{\"fresh\":false,\"by\":[\"password\"]}");

        assertThat(prove("password", "a guess").body()).contains("\"field\":\"password\"", "is not your password");
        assertThat(create().statusCode()).isEqualTo(403);
        assertThat(prove("password", Somebody.PASSWORD).statusCode()).isEqualTo(204);
        assertThat(priya.browser().get(PROOF).body()).isEqualTo("{\"fresh\":true,\"by\":[]}");
        assertThat(create().statusCode()).isEqualTo(201);

        clock.advance(A_WHILE);
        assertThat(create().statusCode()).isEqualTo(403);
    }

    @Test
    void who_has_a_second_factor_proves_it_by_a_code_and_by_nothing_less() {
        var app = added();
        clock.advance(A_WHILE);
        assertThat(create().body()).contains("\"by\":[\"code\"]");
        assertThat(prove("password", Somebody.PASSWORD).body()).contains("\"field\":\"code\"");
        assertThat(prove("code", app.codeAt(clock.instant())).statusCode()).isEqualTo(204);
        assertThat(create().statusCode()).isEqualTo(201);
    }

    @Test
    void a_passkey_proves_it_as_well_when_it_is_ones_own_and_signed_for_that() {
        var key = new SoftKey();
        priya.browser().post("/api/account/passkeys", key.made(challenge("/api/account/passkeys"), "Laptop"));
        clock.advance(A_WHILE);
        assertThat(create().body()).contains("\"by\":[\"passkey\",\"password\"]");

        String toSignIn = key.signed(challenge("/api/session/passkey"));
        assertThat(priya.browser().post(PROOF + "/passkey", toSignIn).body()).contains("passkey_refused");
        var stranger = Somebody.of(Role.OWNER, port, beans);
        String theirs = Somebody.json(stranger.browser().post(PROOF + "/passkey/options", "{}"))
                .get("challenge")
                .asString();
        assertThat(stranger.browser()
                        .post(PROOF + "/passkey", key.signed(theirs))
                        .body())
                .contains("passkey_refused");
        assertThat(create().statusCode()).isEqualTo(403);

        String signed = key.signed(challenge(PROOF + "/passkey"));
        assertThat(priya.browser().post(PROOF + "/passkey", signed).statusCode())
                .isEqualTo(204);
        assertThat(create().statusCode()).isEqualTo(201);
    }

    private String challenge(String path) {
        return Somebody.json(priya.browser().post(path + "/options", "{}"))
                .get("challenge")
                .asString();
    }

    @Test
    void a_proof_puts_a_new_session_in_place_of_the_old_which_lives_no_longer_for_it() {
        String stolen = cookie();
        Duration left = Duration.ofHours(12).minus(Duration.ofMinutes(20));
        for (Duration step = Duration.ofHours(6); left.isPositive(); left = left.minus(step)) {
            clock.advance(left.compareTo(step) < 0 ? left : step);
            assertThat(prove("password", Somebody.PASSWORD).statusCode()).isEqualTo(204);
        }
        Browser thief = new Browser(port);
        thief.plant("CLOUDPBX_SESSION", stolen);
        assertThat(thief.get("/api/session").statusCode()).isEqualTo(401);
        assertThat(Somebody.json(priya.browser().get("/api/account/sessions")).get("items"))
                .hasSize(1);

        clock.advance(Duration.ofMinutes(30));
        assertThat(priya.browser().get("/api/session").statusCode()).isEqualTo(401);
    }

    @Test
    void guesses_at_a_proof_must_wait_as_guesses_at_signing_in() {
        clock.advance(A_WHILE);
        List<Integer> answers = Stream.generate(
                        () -> prove("password", "a guess").statusCode())
                .limit(7)
                .toList();
        assertThat(answers).startsWith(422, 422, 422, 422, 422).endsWith(429);
        assertThat(prove("password", Somebody.PASSWORD).statusCode()).isEqualTo(429);
    }

    @Test
    void proofs_and_failed_ones_are_in_the_log() {
        prove("password", "a guess");
        prove("password", Somebody.PASSWORD);
        assertThat(Somebody.json(priya.browser().get("/api/audit?actor=" + priya.id()))
                        .get("items")
                        .valueStream()
                        .map(line -> line.get("action").asString()))
                .startsWith("step_up", "step_up_failed");
    }

    private List<String> asking(String... credentials) {
        return RolesTable.lines().stream()
                .filter(RolesTable.Line::needsRole)
                .filter(line -> isAsked(line, credentials))
                .map(RolesTable.Line::address)
                .toList();
    }

    private boolean isAsked(RolesTable.Line line, String... credentials) {
        return RolesTest.send(priya.browser(), line, credentials).equals("403 step_up_required");
    }

    private HttpResponse<String> create() {
        return priya.browser().post("/api/tokens", TOKEN);
    }

    private HttpResponse<String> prove(String means, String value) {
        return priya.browser().post(PROOF, "{\"%s\":\"%s\"}".formatted(means, value));
    }

    private AuthenticatorApp added() {
        String path = "/api/account/second-factor";
        var offer = Somebody.json(priya.browser().post(path, "{}"));
        var app = new AuthenticatorApp(offer.get("key").asString());
        String code = "{\"code\":\"%s\"}".formatted(app.codeAt(clock.instant()));
        assertThat(priya.browser().post(path + "/confirm", code).statusCode()).isEqualTo(200);
        return app;
    }

    private String cookie() {
        return priya.browser().cookie("CLOUDPBX_SESSION").orElseThrow();
    }
}
