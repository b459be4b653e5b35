package io.cloudpbx.access.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudpbx.access.Role;
import io.cloudpbx.startup.MovableClock;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Keys of people's devices, which are both factors at once. */
@WebTest
class PasskeysTest {
    private static final String PATH = "/api/account/passkeys";
    private static final String SIGN_IN = "/api/session/passkey";

    @LocalServerPort
    private int port;

    @Autowired
    private BeanFactory beans;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private MovableClock clock;

    private Somebody priya;
    private SoftKey key;

    @BeforeEach
    void aPerson() {
        priya = Somebody.of(Role.OWNER, port, beans);
        key = new SoftKey();
    }

    @AfterEach
    void nobodyMustHaveTwo() {
        jdbc.sql("update sign_in_policy set second_factor_required = false").update();
    }

    @Test
    void a_passkey_is_added_signs_in_alone_and_tells_when_it_last_did() {
        assertThat(add(key, "Laptop").statusCode()).isEqualTo(204);
        assertThat(add(new SoftKey(), "Phone").statusCode()).isEqualTo(204);
        assertThat(lastUsed("Laptop")).isFalse();

        Browser elsewhere = new Browser(port);
        assertThat(signIn(elsewhere, key).statusCode()).isEqualTo(204);

        assertThat(Somebody.json(elsewhere.get("/api/session")).at("/user/id").asString())
                .isEqualTo(priya.id());
        assertThat(lastUsed("Laptop")).isTrue();
        assertThat(lastUsed("Phone")).isFalse();
    }

    @Test
    void a_new_passkey_and_a_removed_one_end_the_other_sessions_and_a_removed_one_opens_nothing() {
        Browser other = priya.elsewhere();
        add(key, "Laptop");
        assertThat(other.get("/api/session").statusCode()).isEqualTo(401);
        signIn(other, key);

        assertThat(priya.browser().delete(PATH + "/" + idOf("Laptop")).statusCode())
                .isEqualTo(204);
        assertThat(other.get("/api/session").statusCode()).isEqualTo(401);
        assertThat(signIn(other, key).body()).contains("\"code\":\"passkey_unknown\"");
    }

    @Test
    void nobody_removes_somebody_elses() {
        add(key, "Laptop");
        var stranger = Somebody.of(Role.OWNER, port, beans);
        assertThat(stranger.browser().delete(PATH + "/" + idOf("Laptop")).body())
                .contains("passkey_not_found");
        assertThat(signIn(new Browser(port), key).statusCode()).isEqualTo(204);
    }

    @Test
    void who_signs_in_by_passkey_has_a_second_factor_and_who_does_by_password_still_needs_one() {
        add(key, "Laptop");
        jdbc.sql("update sign_in_policy set second_factor_required = true").update();
        Browser byPasskey = new Browser(port);
        signIn(byPasskey, key);
        assertThat(byPasskey.get("/api/dashboard").statusCode()).isEqualTo(200);
        assertThat(priya.elsewhere().get("/api/dashboard").body()).contains("second_factor_required");
    }

    @Test
    void who_must_have_a_second_factor_has_it_with_a_first_passkey() {
        jdbc.sql("update sign_in_policy set second_factor_required = true").update();
        assertThat(priya.browser().get("/api/dashboard").body()).contains("second_factor_required");

        assertThat(add(key, "Laptop").statusCode()).isEqualTo(204);

        assertThat(priya.browser().get("/api/dashboard").statusCode()).isEqualTo(200);
        assertThat(priya.elsewhere().get("/api/dashboard").body()).contains("second_factor_required");
    }

    static Stream<SoftKeyPair.Kind> kinds() {
        return Stream.of(SoftKeyPair.ES256, SoftKeyPair.ED25519, SoftKeyPair.RS256);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void keys_of_every_kind_that_authenticators_have_sign_in(SoftKeyPair.Kind kind) {
        var other = new SoftKey(kind);
        assertThat(add(other, "Laptop").statusCode()).isEqualTo(204);
        assertThat(signIn(new Browser(port), other).statusCode()).isEqualTo(204);
    }

    @Test
    void a_key_of_a_kind_that_was_not_offered_is_not_taken() {
        assertThat(add(new SoftKey(SoftKeyPair.ES384), "Laptop").body()).contains("passkey_refused");
    }

    @Test
    void a_point_too_large_for_its_curve_is_refused() {
        assertThat(add(new SoftKey(SoftKeyPair.MISNAMED), "Laptop").body()).contains("passkey_refused");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "oA", "_____w", "o2NmbXRkbm9uZWdhdHRTdG10oGhhdXRoRGF0YUEA", "eyJhIjoxfQ"})
    void what_is_no_attestation_is_refused_as_such(String nonsense) {
        String challenge = Somebody.json(priya.browser().post(PATH + "/options", "{}"))
                .get("challenge")
                .asString();
        String made = key.made(challenge, "Laptop");
        String wrong = made.replaceAll("\"attestation\":\"[^\"]*", "\"attestation\":\"" + nonsense);
        assertThat(priya.browser().post(PATH, wrong).body()).contains("passkey_refused");
        String unsaid = made.replaceAll("\"clientData\":\"[^\"]*", "\"clientData\":\"" + nonsense);
        assertThat(priya.browser().post(PATH, unsaid).body()).contains("passkey_refused");
    }

    @Test
    void a_passkey_is_known_to_be_copied_by_its_maker_or_not() {
        key.flags |= SoftKey.MAY_BE_COPIED;
        add(key, "Laptop");
        assertThat(item("Laptop").get("backedUp").asBoolean()).isFalse();
        key.flags |= SoftKey.COPIED;
        signIn(new Browser(port), key);
        assertThat(item("Laptop").get("backedUp").asBoolean()).isTrue();
    }

    @Test
    void a_key_that_may_be_copied_now_and_might_not_when_it_was_made_is_another() {
        add(key, "Laptop");
        key.flags |= SoftKey.MAY_BE_COPIED;
        assertThat(signIn(new Browser(port), key).statusCode()).isEqualTo(401);
    }

    /** Of some it was never noted. */
    @Test
    void a_passkey_of_which_that_was_never_noted_signs_in_and_is_noted_then() {
        add(key, "Laptop");
        jdbc.sql("update passkeys set backup_eligible = null, backed_up = null").update();
        assertThat(item("Laptop").hasNonNull("backedUp")).isFalse();
        key.flags |= SoftKey.MAY_BE_COPIED;
        assertThat(signIn(new Browser(port), key).statusCode()).isEqualTo(204);
        assertThat(item("Laptop").get("backedUp").asBoolean(true)).isFalse();
        key.flags = SoftKey.PRESENT | SoftKey.VERIFIED;
        assertThat(signIn(new Browser(port), key).statusCode()).isEqualTo(401);
    }

    @Test
    void who_signs_in_is_whom_the_key_says_and_nobody_else() {
        add(key, "Laptop");
        String own = String.valueOf(key.handle);
        var stranger = Somebody.of(Role.OWNER, port, beans);
        key.handle = Somebody.json(stranger.browser().post(PATH + "/options", "{}"))
                .get("handle")
                .asString();
        assertThat(signIn(new Browser(port), key).statusCode()).isEqualTo(401);
        key.handle = null;
        assertThat(signIn(new Browser(port), key).statusCode()).isEqualTo(401);
        key.handle = own;
        assertThat(signIn(new Browser(port), key).statusCode()).isEqualTo(204);
    }

    @Test
    void a_passkey_is_renamed_by_whose_it_is() {
        add(key, "Laptop");
        String id = idOf("Laptop");
        assertThat(rename(priya, id, " Work laptop ").statusCode()).isEqualTo(204);
        assertThat(idOf("Work laptop")).isEqualTo(id);
        assertThat(rename(priya, id, " ").body()).contains("\"field\":\"name\"");

        var stranger = Somebody.of(Role.OWNER, port, beans);
        assertThat(rename(stranger, id, "Mine").body()).contains("passkey_not_found");
        assertThat(idOf("Work laptop")).isEqualTo(id);
    }

    private static HttpResponse<String> rename(Somebody who, String id, String name) {
        return who.browser().put(PATH + "/" + id, "{\"name\":\"%s\"}".formatted(name));
    }

    @Test
    void where_everybody_must_have_two_a_password_alone_adds_none_to_a_passkey() {
        add(key, "Laptop");
        jdbc.sql("update sign_in_policy set second_factor_required = true").update();
        Browser learned = priya.elsewhere();
        learned.get("/api/session");

        for (String act : List.of("/api/account/second-factor", PATH + "/options", PATH)) {
            assertThat(learned.post(act, "{}").body())
                    .as(act)
                    .contains("\"code\":\"step_up_required\"", "\"by\":[\"passkey\"]");
        }
        String password = "{\"password\":\"%s\"}".formatted(Somebody.PASSWORD);
        assertThat(learned.post("/api/account/proof", password).body()).contains("passkey_needed");

        String challenge = Somebody.json(learned.post("/api/account/proof/passkey/options", "{}"))
                .get("challenge")
                .asString();
        assertThat(learned.post("/api/account/proof/passkey", key.signed(challenge))
                        .statusCode())
                .isEqualTo(204);
        assertThat(learned.post("/api/account/second-factor", "{}").statusCode())
                .isEqualTo(201);
        assertThat(learned.get("/api/dashboard").statusCode()).isEqualTo(200);
    }

    @Test
    void whose_last_passkey_is_removed_is_not_signed_in_by_one_any_more() {
        add(key, "Laptop");
        add(new SoftKey(), "Phone");
        jdbc.sql("update sign_in_policy set second_factor_required = true").update();
        Browser byPasskey = new Browser(port);
        signIn(byPasskey, key);
        String laptop = idOf("Laptop");
        String phone = idOf("Phone");

        byPasskey.delete(PATH + "/" + phone);
        assertThat(byPasskey.get("/api/dashboard").statusCode()).isEqualTo(200);
        byPasskey.delete(PATH + "/" + laptop);

        assertThat(byPasskey.get("/api/dashboard").body()).contains("second_factor_required");
    }

    static Stream<Consumer<SoftKey>> lies() {
        return Stream.of(
                it -> it.origin = "https://harbordental.example",
                it -> it.relyingParty = "harbordental.example",
                it -> it.framed = true,
                it -> it.flags = SoftKey.PRESENT,
                it -> it.flags = SoftKey.VERIFIED,
                it -> it.flags |= SoftKey.COPIED);
    }

    @ParameterizedTest
    @MethodSource("lies")
    void a_key_for_another_site_or_without_a_person_is_neither_taken_nor_lets_anybody_in(Consumer<SoftKey> lie) {
        var other = new SoftKey();
        lie.accept(other);
        assertThat(add(other, "Laptop").body()).contains("\"code\":\"passkey_refused\"");

        add(key, "Laptop");
        lie.accept(key);
        assertThat(signIn(new Browser(port), key).body()).contains("\"code\":\"passkey_unknown\"");
    }

    @Test
    void a_signature_is_worth_nothing_a_second_time_later_or_under_something_else() {
        add(key, "Laptop");
        String challenge = challenge(new Browser(port));
        String signed = key.signed(challenge);
        assertThat(new Browser(port).post(SIGN_IN, signed).statusCode()).isEqualTo(204);
        assertThat(new Browser(port).post(SIGN_IN, signed).statusCode()).isEqualTo(401);

        String late = key.signed(challenge(new Browser(port)));
        clock.advance(Duration.ofMinutes(6));
        assertThat(new Browser(port).post(SIGN_IN, late).statusCode()).isEqualTo(401);

        String forAdding = Somebody.json(priya.browser().post(PATH + "/options", "{}"))
                .get("challenge")
                .asString();
        assertThat(new Browser(port).post(SIGN_IN, key.signed(forAdding)).statusCode())
                .isEqualTo(401);
        assertThat(new Browser(port).post(SIGN_IN, key.signed("bm90IG91cnM")).statusCode())
                .isEqualTo(401);
    }

    @Test
    void another_key_does_not_sign_for_this_one() {
        add(key, "Laptop");
        String mine = key.signed(challenge(new Browser(port)));
        String others = new SoftKey().signed(challenge(new Browser(port)));
        String forged =
                mine.replaceAll("\"signature\":\".*\"", others.replaceAll("(?s).*(\"signature\":\".*\").*", "$1"));
        assertThat(new Browser(port).post(SIGN_IN, forged).statusCode()).isEqualTo(401);
    }

    @Test
    void a_key_that_counts_back_was_copied_and_opens_nothing() {
        key.uses = 5;
        add(key, "Laptop");
        key.uses = 6;
        assertThat(signIn(new Browser(port), key).statusCode()).isEqualTo(204);
        assertThat(signIn(new Browser(port), key).statusCode()).isEqualTo(401);
    }

    @Test
    void somebody_deactivated_is_let_in_by_no_passkey() {
        add(key, "Laptop");
        jdbc.sql("update users set disabled_at = now() where id = :id")
                .param("id", priya.user().userId())
                .update();
        assertThat(signIn(new Browser(port), key).statusCode()).isEqualTo(401);
    }

    @Test
    void a_challenge_for_somebody_else_adds_no_passkey() {
        var stranger = Somebody.of(Role.OWNER, port, beans);
        String theirs = Somebody.json(stranger.browser().post(PATH + "/options", "{}"))
                .get("challenge")
                .asString();
        assertThat(priya.browser().post(PATH, key.made(theirs, "Laptop")).body())
                .contains("passkey_refused");
    }

    private HttpResponse<String> add(SoftKey made, String name) {
        var options = Somebody.json(priya.browser().post(PATH + "/options", "{}"));
        made.handle = options.get("handle").asString();
        return priya.browser().post(PATH, made.made(options.get("challenge").asString(), name));
    }

    private HttpResponse<String> signIn(Browser browser, SoftKey with) {
        return browser.post(SIGN_IN, with.signed(challenge(browser)));
    }

    private static String challenge(Browser browser) {
        var options = Somebody.json(browser.post(SIGN_IN + "/options", "{}"));
        assertThat(options.get("relyingParty").asString()).isEqualTo("localhost");
        return options.get("challenge").asString();
    }

    private boolean lastUsed(String name) {
        return item(name).hasNonNull("lastUsedAt");
    }

    private String idOf(String name) {
        return item(name).get("id").asString();
    }

    private JsonNode item(String name) {
        return Somebody.json(priya.browser().get(PATH))
                .get("items")
                .valueStream()
                .filter(each -> each.get("name").asString().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
