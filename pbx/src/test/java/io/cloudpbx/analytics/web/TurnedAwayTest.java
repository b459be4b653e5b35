package io.cloudpbx.analytics.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudpbx.access.Role;
import io.cloudpbx.access.web.ApiPerson;
import io.cloudpbx.access.web.WebTest;
import io.cloudpbx.startup.MovableClock;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Of three who call now, one is turned away and two are missed; one of those failed. */
@WebTest
class TurnedAwayTest {
    private static final List<String> OUTCOMES = List.of("rejected", "missed", "failed");

    @LocalServerPort
    private int port;

    @Autowired
    private BeanFactory beans;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private MovableClock clock;

    private final UUID extension = UUID.randomUUID();
    private ApiPerson owner;
    private JsonNode report;
    private JsonNode day;
    private List<String> file;

    @BeforeEach
    void what_is_told_before() {
        owner = ApiPerson.of(Role.OWNER, port, beans);
        report = report();
        day = day();
        file = file();
        jdbc.sql("""
                        insert into extension (id, ext, name, department, email, created_at)
                        values (?, '187', 'Ines Marlow', '', '', now())""").param(extension).update();
        OUTCOMES.forEach(this::calls);
    }

    private void calls(String outcome) {
        jdbc.sql("""
                        insert into call (id, carrier_id, from_e164, to_e164, started_at, ended_at, news_at, place, outcome, extension_id,
                            summary)
                        values (gen_random_uuid(), gen_random_uuid()::text, '+14155550143', '+14155550187', :now, :now, :now, 'ended', :outcome,
                            :extension, '')""")
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("outcome", outcome)
                .param("extension", extension)
                .update();
    }

    @AfterEach
    void they_leave() {
        jdbc.sql("delete from call where extension_id = ?").param(extension).update();
        jdbc.sql("delete from extension where id = ?").param(extension).update();
    }

    private JsonNode report() {
        return owner.get("/api/analytics/calls?period=7d").body();
    }

    private JsonNode day() {
        return owner.get("/api/dashboard").body();
    }

    private List<String> file() {
        return Arrays.asList(
                owner.get("/api/analytics/calls.csv?period=7d").text().split("\r\n"));
    }

    private static long sum(JsonNode items, String pointer) {
        return items.valueStream().mapToLong(item -> item.at(pointer).asLong()).sum();
    }

    @Test
    void the_overview_s_figures_miss_two() {
        var now = day();
        assertThat(more(day, now, "/calls/missed")).isEqualTo(2);
        assertThat(more(day, now, "/calls/turnedAway")).isEqualTo(1);
        assertThat(more(day, now, "/calls/total")).isEqualTo(3);
        assertThat(sum(now.get("hours"), "/missed") - sum(day.get("hours"), "/missed"))
                .isEqualTo(2);
        assertThat(sum(now.get("hours"), "/turnedAway") - sum(day.get("hours"), "/turnedAway"))
                .isEqualTo(1);
    }

    private static long more(JsonNode before, JsonNode now, String pointer) {
        return now.at(pointer).asLong() - before.at(pointer).asLong();
    }

    @Test
    void the_report_s_sums_days_and_hours_miss_two() {
        var now = report();
        assertThat(more(report, now, "/summary/calls/missed")).isEqualTo(2);
        assertThat(more(report, now, "/summary/calls/turnedAway")).isEqualTo(1);
        assertThat(sum(now.get("days"), "/calls/missed") - sum(report.get("days"), "/calls/missed"))
                .isEqualTo(2);
        assertThat(sum(now.get("heatMap"), "/missed") - sum(report.get("heatMap"), "/missed"))
                .isEqualTo(2);
        assertThat(sum(now.get("heatMap"), "/total") - sum(report.get("heatMap"), "/total"))
                .isEqualTo(3);
    }

    @Test
    void so_does_what_is_told_of_the_extension_and_of_the_number() {
        var now = report();
        JsonNode ofExtension =
                one(now.get("extensions"), each -> each.get("ext").asString().equals("187"));
        assertThat(ofExtension.get("missed").asLong()).isEqualTo(2);
        assertThat(ofExtension.get("turnedAway").asLong()).isEqualTo(1);
        assertThat(one(now.get("numbers"), each -> each.get("number").asString().equals("+14155550187"))
                        .get("missed")
                        .asLong())
                .isEqualTo(2);
    }

    private static JsonNode one(JsonNode items, Predicate<JsonNode> which) {
        return items.valueStream().filter(which).findFirst().orElseThrow().get("calls");
    }

    @Test
    void so_does_the_file() {
        assertThat(figure(file(), "missed") - figure(file, "missed")).isEqualTo(2);
        assertThat(figure(file(), "turnedAway") - figure(file, "turnedAway")).isEqualTo(1);
        assertThat(file()).anyMatch(line -> line.equals("extension,187 Ines Marlow,missed,2"));
        assertThat(file()).anyMatch(line -> line.equals("extension,187 Ines Marlow,turnedAway,1"));
    }

    private static long figure(List<String> lines, String name) {
        return lines.stream()
                .filter(line -> line.startsWith("calls,period," + name + ","))
                .mapToLong(line -> Long.parseLong(line.substring(line.lastIndexOf(',') + 1)))
                .sum();
    }
}
