package io.cloudpbx.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What the launch sheet says of many people, of whom not all get it, and not all at once. */
class CampaignSheetTest {
    private static final int MANY = 3_000;

    private static TwoPrograms programs;
    private static Company company;

    @BeforeAll
    static void open() {
        programs = TwoPrograms.inTheAfternoon();
        company = programs.company();
    }

    @AfterAll
    static void close() {
        programs.close();
    }

    @Test
    void the_days_money_must_reach_for_all_who_get_it_however_many_they_are() {
        JsonNode many = sheet(people("+1559555%04d", MANY), Outside.MAIN_NUMBER);
        assertThat(many.get("segments").asInt()).isEqualTo(MANY);
        double each = many.get("cost").asDouble() / MANY;

        spendADay((int) Math.floor(each * (MANY - 500) * 100));
        assertThat(sheet(people("+1559555%04d", MANY), Outside.MAIN_NUMBER).get("blockers"))
                .extracting(blocker -> blocker.get("code").asString())
                .containsExactly("spend_ceiling");

        spendADay((int) Math.ceil(each * (MANY + 500) * 100));
        assertThat(sheet(people("+1559555%04d", MANY), Outside.MAIN_NUMBER).get("blockers"))
                .isEmpty();
    }

    @Test
    void who_is_skipped_costs_nothing_and_takes_no_time() {
        String strangers = people("+1530555%04d", 40);

        JsonNode sheet = sheet(people("+1562555%04d", 10), Outside.MAIN_NUMBER, strangers);

        assertThat(sheet.get("recipients").asInt()).isEqualTo(50);
        assertThat(sheet.get("willGet").asInt()).isEqualTo(10);
        assertThat(sheet.get("segments").asInt()).isEqualTo(10);
        assertThat(sheet.at("/skipped/0/count").asInt()).isEqualTo(40);
    }

    @Test
    void numbers_of_different_speed_share_the_work_and_the_morning_of_some_is_waited_for() {
        String local = company.extension("101").get("number").asString();
        Instant before = now();

        JsonNode awake = sheet(people("+1707555%04d", 1_000), Outside.MAIN_NUMBER + "," + local);

        assertThat(awake.get("perSecond").asDouble()).isEqualTo(3 + 1);
        assertThat(Duration.between(before, ends(awake))).isGreaterThanOrEqualTo(Duration.ofSeconds(250));
        // In Rhode Island nobody is texted after six, and it is six there.
        JsonNode asleep = sheet(people("+1401555%04d", 1_000), local);
        assertThat(asleep.get("waitForMorning").asInt()).isEqualTo(1_000);
        Duration wait = Duration.between(ends(sheet(people("+1401555%04d", 1), local)), ends(asleep));
        assertThat(wait).isEqualTo(Duration.ofSeconds(999));
    }

    @Test
    void who_is_not_reached_before_the_evening_is_reached_the_next_day() {
        String local = company.extension("101").get("number").asString();
        String californians = Stream.of("+1707555%04d", "+1209555%04d", "+1213555%04d")
                .map(numbers -> people(numbers, 9_000))
                .collect(Collectors.joining());

        ZonedDateTime ends = ends(sheet(californians, local)).atZone(ZoneId.of("America/Los_Angeles"));

        // Seven hours and a half at one a second, from the afternoon on.
        assertThat(ends.toLocalDate()).isAfter(LocalDate.ofInstant(now(), ends.getZone()));
        assertThat(ends.toLocalTime()).isBetween(LocalTime.of(10, 0), LocalTime.of(15, 0));
    }

    private static Instant now() {
        return programs.bean(Clock.class).instant();
    }

    private static Instant ends(JsonNode sheet) {
        return Instant.parse(sheet.get("endsAbout").asString());
    }

    private static String people(String numbers, int count) {
        return IntStream.range(0, count).mapToObj(numbers::formatted).collect(Collectors.joining("\n", "", "\n"));
    }

    /** @param agreed who has agreed @param strangers who has not */
    private static JsonNode sheet(String agreed, String senders, String... strangers) {
        var made = company.post(
                "/api/campaigns",
                Map.of(
                        "name",
                        "Sheet",
                        "message",
                        "Half price this week.",
                        "recipients",
                        List.of(),
                        "fromNumbers",
                        List.of(senders.split(",")),
                        "draft",
                        true));
        String at = "/api/campaigns/" + made.body().at("/campaign/id").asString();
        company.postFile(at + "/recipients?consentMethod=paper&consentWords=I+agree", "text/csv", agreed);
        Stream.of(strangers).forEach(list -> company.postFile(at + "/recipients", "text/csv", list));
        return company.get(at + "/launch").body();
    }

    private static void spendADay(int cents) {
        Map<String, Object> settings = new HashMap<>();
        company.get("/api/settings/messages")
                .body()
                .properties()
                .forEach(each -> settings.put(each.getKey(), each.getValue()));
        settings.put("centsPerDay", cents);
        var saved = company.put("/api/settings/messages", settings);
        assertThat(saved.status()).as(saved.body().toString()).isEqualTo(200);
    }
}
