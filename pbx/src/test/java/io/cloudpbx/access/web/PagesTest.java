package io.cloudpbx.access.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What a browser is given before anybody has signed in. */
@WebTest
class PagesTest {
    private static final Pattern FILE = Pattern.compile("(?:src|href)=\"(/a/([^/]+)/[^\"]+)\"");

    @LocalServerPort
    private int port;

    private Browser browser = new Browser(0);

    @BeforeEach
    void aStranger() {
        browser = new Browser(port);
    }

    @Test
    void the_page_is_fresh_every_time_and_its_files_are_kept_for_good() {
        HttpResponse<String> page = browser.get("/sign-in");
        assertThat(page.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(page.headers().firstValue("Content-Type").orElse("")).startsWith("text/html");
        var files = FILE.matcher(page.body()).results().toList();
        assertThat(files).hasSizeGreaterThan(5);
        for (var file : files) {
            assertThat(file.group(2)).matches("[0-9a-f]{12}");
            HttpResponse<String> answer = browser.get(file.group(1));
            assertThat(answer.statusCode()).as(file.group(1)).isEqualTo(200);
            assertThat(answer.headers().firstValue("Cache-Control").orElse(""))
                    .contains("immutable", "max-age=31536000");
        }
    }

    @Test
    void a_file_of_an_older_build_is_answered_by_todays_and_not_kept() {
        HttpResponse<String> answer = browser.get("/a/0123456789ab/app.js");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(browser.get("/a/0123456789ab/nothing.js").statusCode()).isEqualTo(404);
    }

    @Test
    void files_are_compressed_and_nothing_outside_their_folder_is_one() {
        assertThat(browser.get("/a/x/lib/api.js", "Accept-Encoding", "gzip")
                        .headers()
                        .firstValue("Content-Encoding"))
                .contains("gzip");
        for (String outside : new String[] {
            "/a/x/..%2fapplication.yml", "/a/x/%2e%2e/application.yml", "/a/x/..%5capplication.yml", "/a/x//etc/passwd"
        }) {
            assertThat(browser.get(outside).statusCode()).as(outside).isBetween(400, 404);
        }
    }
}
