package io.cloudpbx.access.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudpbx.access.Role;
import io.cloudpbx.access.account.ApiTokens;
import io.cloudpbx.access.store.Users;
import io.cloudpbx.access.web.RolesTable.Line;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Every route of the running program, as every role, by session and by token, against {@code roles.txt}. */
@WebTest
class RolesTest {
    @LocalServerPort
    private int port;

    @Autowired
    private RequestMappingHandlerMapping requestMappingHandlerMapping;

    @Autowired
    private Users users;

    @Autowired
    private ApiTokens tokens;

    @Autowired
    private BeanFactory beans;

    @Test
    void every_route_has_one_line_in_the_table_and_every_line_a_route() {
        assertThat(RolesTable.lines().stream().map(Line::address))
                .as("roles.txt says for each route who may use it")
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(RolesTable.addresses(requestMappingHandlerMapping));
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void by_session_a_role_may_do_what_the_table_says_and_nothing_else(Role role) {
        Browser browser = Somebody.of(role, port, beans).browser();
        String csrf = browser.cookie("XSRF-TOKEN").orElseThrow();
        assertThat(differences(browser, role, true, "X-XSRF-TOKEN", csrf)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void by_token_a_role_may_do_what_the_table_says_and_nothing_else(Role role) {
        var person = users.add("Avery", UUID.randomUUID() + "@example.com", null, Role.OWNER);
        String token = tokens.create(person, "test", role, Duration.ofDays(1), "127.0.0.1")
                .text();
        assertThat(differences(new Browser(port), role, false, "Authorization", "Bearer " + token))
                .isEmpty();
    }

    /** What the program answers otherwise than the table says. */
    private static List<String> differences(Browser browser, Role role, boolean session, String... credentials) {
        List<String> differences = new ArrayList<>();
        for (Line line : RolesTable.lines()) {
            if (!line.needsRole()) {
                continue;
            }
            String answer = send(browser, line, credentials);
            boolean refused = answer.startsWith("401") || answer.startsWith("403");
            boolean rightly = answer.equals("403 not_allowed") || answer.equals("403 session_needed");
            if (line.allows(role, session) ? refused : !rightly) {
                differences.add(line.address() + " as " + role + " answered " + answer);
            }
        }
        return differences;
    }

    /** Only what a refusal says is read: a stream of news has no end. */
    static String send(Browser browser, Line line, String... credentials) {
        HttpResponse<InputStream> response = browser.open(browser.request(line.path(), credentials)
                .header("Content-Type", "application/json")
                .method(line.method(), HttpRequest.BodyPublishers.ofString("{}")));
        try (InputStream body = response.body()) {
            if (response.statusCode() != 403) {
                return String.valueOf(response.statusCode());
            }
            String problem = new String(body.readAllBytes(), StandardCharsets.UTF_8);
            return "403 " + problem.replaceAll("(?s).*\"code\":\"([a-z_]+)\".*", "$1");
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
