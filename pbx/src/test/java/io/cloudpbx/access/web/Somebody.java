package io.cloudpbx.access.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudpbx.access.Role;
import io.cloudpbx.access.SignedIn;
import io.cloudpbx.access.store.Users;
import java.net.http.HttpResponse;
import java.util.Objects;
import java.util.UUID;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Somebody with a password, at a browser of a {@link WebTest}. */
record Somebody(SignedIn user, Browser browser, int port) {
    static final String PASSWORD = "correct horse battery";

    private static final String HASH =
            Objects.requireNonNull(new Argon2PasswordEncoder(16, 32, 1, 19 * 1024, 2).encode(PASSWORD));
    private static final JsonMapper JSON = new JsonMapper();

    /** Signed in. */
    static Somebody of(Role role, int port, BeanFactory beans) {
        beans.getBean(JdbcClient.class).sql("delete from sign_in_limits").update();
        var user = beans.getBean(Users.class).add("Avery Lindqvist", UUID.randomUUID() + "@example.com", HASH, role);
        var somebody = new Somebody(user, new Browser(port), port);
        assertThat(somebody.signIn(somebody.browser, "").statusCode()).isEqualTo(204);
        somebody.browser.get("/api/session");
        return somebody;
    }

    /** At another browser. */
    Browser elsewhere() {
        Browser other = new Browser(port);
        assertThat(signIn(other, "").statusCode()).isEqualTo(204);
        return other;
    }

    HttpResponse<String> signIn(Browser where, String code) {
        return signIn(where, PASSWORD, code);
    }

    HttpResponse<String> signIn(Browser where, String password, String code) {
        return where.post(
                "/api/session",
                "{\"email\":\"%s\",\"password\":\"%s\",\"code\":\"%s\"}".formatted(user.email(), password, code));
    }

    String id() {
        return user.userId().toString();
    }

    static JsonNode json(HttpResponse<String> answer) {
        return JSON.readTree(answer.body());
    }
}
