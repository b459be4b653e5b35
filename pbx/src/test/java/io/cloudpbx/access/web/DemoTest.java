package io.cloudpbx.access.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

@WebTest
@TestPropertySource(
        properties = {
            "CLOUDPBX_DATA=target/test-data/demo",
            "CLOUDPBX_DEMO=true",
            "CLOUDPBX_ADMIN_TOKEN=a-token-for-the-demo",
        })
class DemoTest {
    private static final Path LINK = Path.of("target/test-data/demo/sign-in-link");

    @LocalServerPort
    private int port;

    @Test
    void the_printed_link_signs_the_one_user_in_as_often_as_one_likes() throws IOException {
        String address = Files.readString(LINK).strip();
        assertThat(address).matches("http://localhost:8080/sign-in/[0-9a-f]{64}");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(LINK)))
                .isEqualTo("rw-------");
        String token = address.substring(address.lastIndexOf('/') + 1);
        for (int visit = 1; visit <= 2; visit++) {
            Browser browser = new Browser(port);
            assertThat(signIn(browser, token).statusCode()).isEqualTo(204);
            assertThat(browser.get("/api/session").body())
                    .contains("Dana Whitfield", "dana@harbordental.example", "\"role\":\"owner\"");
        }
    }

    @Test
    void another_link_is_worth_nothing() {
        Browser browser = new Browser(port);
        assertThat(signIn(browser, "0".repeat(64)).statusCode()).isEqualTo(401);
        assertThat(browser.get("/api/session").statusCode()).isEqualTo(401);
    }

    @Test
    void there_is_no_password_to_guess() {
        HttpResponse<String> refused =
                new Browser(port).post("/api/session", "{\"email\":\"dana@harbordental.example\",\"password\":\"\"}");
        assertThat(refused.statusCode()).isEqualTo(401);
    }

    @Test
    void the_demos_business_is_known_before_anybody_asks() {
        var visitor = new Browser(port);
        assertThat(visitor.get("/api/knowledge", "Authorization", "Bearer a-token-for-the-demo")
                        .body())
                .contains("Bayview Landing", "\"opens\":\"08:00\"", "Christmas");
        assertThat(visitor.get("/api/knowledge/faq", "Authorization", "Bearer a-token-for-the-demo")
                        .body())
                .contains("insurance", "español");
    }

    @Test
    void the_demos_token_is_an_owners() {
        assertThat(new Browser(port)
                        .get("/api/session", "Authorization", "Bearer a-token-for-the-demo")
                        .body())
                .contains("\"role\":\"owner\"");
        assertThat(new Browser(port)
                        .get("/api/session", "Authorization", "Bearer a-token-for-the-dem")
                        .statusCode())
                .isEqualTo(401);
    }

    private static HttpResponse<String> signIn(Browser browser, String token) {
        return browser.post("/api/session/link", "{\"token\":\"%s\"}".formatted(token));
    }
}
