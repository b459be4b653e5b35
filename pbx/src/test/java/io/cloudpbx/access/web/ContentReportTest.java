package io.cloudpbx.access.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudpbx.startup.MovableClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class ContentReportTest {
    private static final JsonMapper JSON = new JsonMapper();

    private static ContentReport report(String json) {
        return ContentReport.of(JSON.readTree(json));
    }

    @Test
    void it_says_what_was_refused_where_and_by_which_script() {
        assertThat(report("""
                        {"effective-directive":"img-src","violated-directive":"img","blocked-uri":"https://elsewhere.example/a.png",
                         "document-uri":"https://pbx.example/inbox/7","source-file":"https://pbx.example/a/1/app.js"}"""))
                .hasToString(
                        "img-src for https://elsewhere.example/a.png on https://pbx.example/inbox/7 by https://pbx.example/a/1/app.js");
        assertThat(
                        report(
                                "{\"violated-directive\":\"script-src\",\"blocked-uri\":\"inline\",\"document-uri\":\"about\"}"))
                .hasToString("script-src for inline on about");
    }

    @Test
    void what_people_wrote_and_what_would_pass_for_another_line_stays_out() {
        var report = report("""
                {"effective-directive":"img-src\\n2026 WARN all is well","blocked-uri":"https://a.example/?q=Maria#Santos",
                 "document-uri":"https://pbx.example/contacts?q=Maria","script-sample":"Maria"}""");

        assertThat(report.toString()).doesNotContain("Maria", "Santos", "\n");
        assertThat(report.directive()).isEqualTo("img-src_2026_WARN_all_is_well");
    }

    @Test
    void it_is_short_whatever_was_sent() {
        assertThat(report("{\"blocked-uri\":\"" + "a".repeat(5_000) + "\"}").toString())
                .hasSizeLessThan(200);
        assertThat(report("[1]").directive()).isEmpty();
    }

    @Test
    void so_many_are_told_in_a_minute_and_then_how_many_there_were_besides() {
        var clock = new MovableClock();
        var ration = new Ration(clock);
        for (int i = 0; i < Ration.A_MINUTE; i++) {
            assertThat(ration.take()).hasValue(0);
        }
        assertThat(ration.take()).isEmpty();
        assertThat(ration.take()).isEmpty();

        clock.advance(Duration.ofMinutes(1));

        assertThat(ration.take()).hasValue(2);
        assertThat(ration.take()).hasValue(0);
    }
}
