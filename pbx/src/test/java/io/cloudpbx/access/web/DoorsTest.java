package io.cloudpbx.access.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Every address the program has, taken from its own table, so that a new one is covered the day it is written. */
@WebTest
class DoorsTest {
    private static final Set<String> OPEN = RolesTable.of("anybody");

    @LocalServerPort
    private int port;

    @Autowired
    private RequestMappingHandlerMapping requestMappingHandlerMapping;

    private Browser stranger = new Browser(0);

    @BeforeEach
    void aStranger() {
        stranger = new Browser(port);
        stranger.get("/sign-in");
    }

    @Test
    void every_address_but_the_listed_ones_asks_strangers_to_sign_in() {
        Set<String> open = new TreeSet<>();
        List<String> addresses = addresses();
        assertThat(addresses).hasSizeGreaterThan(20);
        for (String address : addresses) {
            if (send(address).statusCode() != 401) {
                open.add(address);
            }
        }
        // Changes by strangers at open addresses get 4xx of another kind; the carrier's have their own test.
        assertThat(open).isSubsetOf(OPEN);
    }

    @Test
    void the_carriers_addresses_refuse_what_is_not_signed() {
        Set<String> webhooks = RolesTable.of("carrier");
        assertThat(webhooks).isNotEmpty();
        for (String webhook : webhooks) {
            assertThat(send(webhook).statusCode()).as(webhook).isEqualTo(403);
        }
    }

    @Test
    void a_page_asked_for_by_a_stranger_leads_to_the_sign_in_page() {
        HttpResponse<String> page = stranger.get("/voicemail/7", "Accept", "text/html,application/xhtml+xml");
        assertThat(page.statusCode()).isEqualTo(302);
        assertThat(page.headers().firstValue("Location")).contains("/sign-in");
        assertThat(stranger.get("/api/voicemails", "Accept", "text/html").statusCode())
                .isEqualTo(401);
    }

    @Test
    void every_answer_has_the_headers_that_keep_browsers_careful() {
        for (String path : List.of("/sign-in", "/api/session", "/health", "/nothing", "/a/x/nothing.js")) {
            var headers = stranger.get(path).headers();
            assertThat(headers.firstValue("Content-Security-Policy").orElse(""))
                    .as(path)
                    .isEqualTo(
                            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self';"
                                    + " connect-src 'self'; media-src 'self' blob:; base-uri 'none'; form-action 'self';"
                                    + " frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types lit-html;"
                                    + " report-uri /reports/content-policy;"
                                    + " frame-src http://localhost:8090");
            assertThat(headers.firstValue("X-Content-Type-Options")).contains("nosniff");
            assertThat(headers.firstValue("Referrer-Policy")).contains("no-referrer");
            assertThat(headers.firstValue("Cross-Origin-Opener-Policy")).contains("same-origin");
            assertThat(headers.firstValue("Permissions-Policy").orElse(""))
                    .contains("microphone=(self \"http://localhost:8090\")", "camera=()");
        }
        assertThat(stranger.get("/api/session")
                        .headers()
                        .firstValue("Cache-Control")
                        .orElse(""))
                .contains("no-store");
    }

    @Test
    void nothing_is_signed_in_by_a_cookie_of_nonsense() {
        stranger.plant("CLOUDPBX_SESSION", "'; drop table spring_session; --");
        assertThat(stranger.get("/api/session").statusCode()).isEqualTo(401);
    }

    private HttpResponse<String> send(String address) {
        String method = address.substring(0, address.indexOf(' '));
        String path = address.substring(address.indexOf(' ') + 1).replaceAll("\\{[^}]+}", "7");
        return stranger.send(stranger.request(path)
                .header("X-XSRF-TOKEN", stranger.cookie("XSRF-TOKEN").orElseThrow())
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString("{}")));
    }

    private List<String> addresses() {
        return RolesTable.addresses(requestMappingHandlerMapping).stream()
                .filter(address -> !RolesTable.of("carrier").contains(address))
                .toList();
    }
}
