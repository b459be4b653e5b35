package io.cloudpbx.access.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudpbx.startup.MovableClock;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What strangers' browsers say they refused. */
@WebTest
@ExtendWith(OutputCaptureExtension.class)
class ContentReportsTest {
    private static final String REPORT =
            "{\"csp-report\":{\"effective-directive\":\"font-src\",\"blocked-uri\":\"https://fonts.example/%d\",\"document-uri\":\"https://pbx.example/\"}}";

    @LocalServerPort
    private int port;

    @Autowired
    private MovableClock clock;

    private Browser stranger = new Browser(0);

    @BeforeEach
    void a_minute_has_passed_since_the_last() {
        stranger = new Browser(port);
        clock.advance(Duration.ofMinutes(1));
    }

    private HttpResponse<String> send(String body, String site) {
        return stranger.send(stranger.request(
                        "/reports/content-policy", "Content-Type", "application/csp-report", "Sec-Fetch-Site", site)
                .POST(BodyPublishers.ofString(body)));
    }

    @Test
    void a_report_needs_nobody_signed_in_and_is_logged(CapturedOutput output) {
        assertThat(send(REPORT.formatted(17), "same-origin").statusCode()).isEqualTo(204);

        assertThat(output).contains("font-src for https://fonts.example/17 on https://pbx.example/");
    }

    @Test
    void many_leave_a_few_lines(CapturedOutput output) {
        for (int i = 0; i < Ration.A_MINUTE + 30; i++) {
            assertThat(send(REPORT.formatted(18), "same-origin").statusCode()).isEqualTo(204);
        }

        assertThat(output.getAll().lines().filter(line -> line.contains("https://fonts.example/18")))
                .hasSizeBetween(1, Ration.A_MINUTE * 2);
    }

    @Test
    void what_is_too_long_or_no_report_or_from_another_site_leaves_none(CapturedOutput output) {
        assertThat(send(REPORT.formatted(19) + " ".repeat(9_000), "same-origin").statusCode())
                .isEqualTo(413);
        assertThat(send("https://fonts.example/19", "same-origin").statusCode()).isEqualTo(400);
        assertThat(send(REPORT.formatted(19), "cross-site").statusCode()).isEqualTo(403);

        assertThat(output).doesNotContain("https://fonts.example/19");
    }
}
