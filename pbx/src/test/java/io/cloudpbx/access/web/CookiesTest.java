package io.cloudpbx.access.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudpbx.access.AccessSettings;
import java.net.URI;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.session.web.http.CookieSerializer.CookieValue;

class CookiesTest {
    @Test
    void over_https_the_session_cookie_is_bound_to_this_very_host() {
        assertThat(cookie("https://pbx.example"))
                .startsWith("__Host-CLOUDPBX=secret")
                .contains("Secure", "HttpOnly", "SameSite=Lax", "Path=/")
                .doesNotContain("Domain");
    }

    @Test
    void on_this_machine_it_works_without_https() {
        assertThat(cookie("http://localhost:8080"))
                .startsWith("CLOUDPBX_SESSION=secret")
                .contains("HttpOnly", "SameSite=Lax", "Path=/")
                .doesNotContain("Secure", "Domain");
    }

    private static String cookie(String publicUrl) {
        var settings = new AccessSettings(Path.of("data"), URI.create(publicUrl), null, false, null, null);
        var response = new MockHttpServletResponse();
        new SessionConfiguration()
                .cookieSerializer(settings)
                .writeCookieValue(new CookieValue(new MockHttpServletRequest(), response, "secret"));
        return String.valueOf(response.getHeader("Set-Cookie"));
    }
}
