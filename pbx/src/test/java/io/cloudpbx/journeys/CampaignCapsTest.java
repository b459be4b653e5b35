package io.cloudpbx.journeys;

import static io.cloudpbx.sandbox.phone.Browser.button;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import io.cloudpbx.sandbox.phone.Axe;
import io.cloudpbx.sandbox.phone.Browser;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** What a number may send on a day, and campaigns whose numbers rest. */
class CampaignCapsTest {
    private static final AtomicInteger PEOPLE = new AtomicInteger(9200);
    private static final String EXT = "186";
    /** Each test has a number that no other has sent from on this day. */
    private static final Iterator<String> AREA_CODES =
            List.of("404", "512", "602", "615", "704", "813", "816", "919").iterator();

    private static final ZoneId PACIFIC = ZoneId.of("America/Los_Angeles");

    private final TwoPrograms programs = TwoPrograms.sharedAfternoon();
    private final Company company = programs.company();
    private final Outside outside = programs.outside();

    private String number = "";

    @BeforeEach
    void buyANumberWellBeforeTheDayEnds() {
        await().until(() -> leftOfToday().toSeconds() > 60);
        String areaCode = AREA_CODES.next();
        var made = company.post(
                "/api/extensions",
                Map.of("ext", EXT, "name", "Ines Falk", "department", "", "email", "", "areaCode", areaCode));
        assertThat(made.status()).as(made.body().toString()).isEqualTo(201);
        await().untilAsserted(() ->
                assertThat(company.extension(EXT).get("number").asString("")).startsWith("+1" + areaCode));
        number = company.extension(EXT).get("number").asString();
        await().untilAsserted(() ->
                assertThat(listed().at("/provisioning/state").asString()).isEqualTo("ready"));
    }

    private static Duration leftOfToday() {
        Instant now = Instant.now();
        return Duration.between(
                now,
                now.atZone(PACIFIC)
                        .toLocalDate()
                        .plusDays(1)
                        .atStartOfDay(PACIFIC)
                        .toInstant());
    }

    @AfterEach
    void giveItBack() {
        outside.works();
        company.delete("/api/extensions/" + company.extension(EXT).get("id").asString() + "?number=release");
    }

    @Test
    void a_numbers_daily_cap_is_chosen_and_says_what_is_wrong() {
        assertThat(listed().at("/dailyCap/choice").asString()).isEqualTo("usual");
        assertThat(listed().at("/dailyCap/segments").isNull()).isTrue();

        assertThat(cap(Map.of("choice", "own", "segments", 10_000)).status()).isEqualTo(200);

        assertThat(listed().at("/dailyCap/choice").asString()).isEqualTo("own");
        assertThat(listed().at("/dailyCap/segments").asInt()).isEqualTo(10_000);
        for (int wrong : List.of(0, -1, 1_000_001)) {
            var refused = cap(Map.of("choice", "own", "segments", wrong));
            assertThat(refused.status()).isEqualTo(422);
            assertThat(refused.field()).isEqualTo("segments");
            assertThat(refused.body().at("/errors/0/message").asString())
                    .isEqualTo("must be a whole number from 1 to 1,000,000");
        }
        assertThat(cap(Map.of("choice", "own")).field()).isEqualTo("segments");
        assertThat(cap(Map.of("choice", "plenty")).field()).isEqualTo("choice");
        assertThat(listed().at("/dailyCap/segments").asInt()).isEqualTo(10_000);
        assertThat(cap(Map.of("choice", "none")).body().at("/dailyCap/segments").isNull())
                .isTrue();
        assertThat(company.put("/api/numbers/00000000-0000-0000-0000-000000000000/daily-cap", Map.of("choice", "none"))
                        .code())
                .isEqualTo("number_not_found");
    }

    @Test
    void a_number_that_has_sent_what_it_may_rests_until_the_next_day_and_the_sheet_and_the_page_know() {
        cap(Map.of("choice", "own", "segments", 3));
        List<String> people = people(5);
        String at = draft("Capped", people, List.of(number));
        Instant ends = Instant.parse(
                company.get(at + "/launch").body().get("endsAbout").asString());

        company.post(at + "/start", Map.of());

        await().untilAsserted(() -> assertThat(count(at, "delivered")).isEqualTo(3));
        await().untilAsserted(() -> {
            assertThat(shown(at).at("/waits/because").asString()).isEqualTo("daily_cap");
            assertThat(shown(at).at("/state").asString()).isEqualTo("running");
        });
        JsonNode rest = shown(at).get("resting").get(0);
        assertThat(rest.get("number").asString()).isEqualTo(number);
        assertThat(rest.get("because").asString()).isEqualTo("daily_cap");
        assertThat(rest.get("sentence").asString()).startsWith("It has sent 3 segments today and may send 3 a day");
        Instant until = Instant.parse(rest.get("until").asString());
        assertThat(until.atZone(PACIFIC).toLocalTime()).isEqualTo("00:00");
        assertThat(ends).as("what the sheet said before it began").isAfter(until);
        assertThat(Instant.parse(shown(at).get("endsAbout").asString())).isAfter(until);
        assertThat(count(at, "delivered")).isEqualTo(3);

        cap(Map.of("choice", "none"));

        await().untilAsserted(() -> assertThat(count(at, "delivered")).isEqualTo(people.size()));
        assertThat(people)
                .allSatisfy(person -> assertThat(outside.received(person)).hasSize(1));
        assertThat(shown(at).get("resting")).isEmpty();
    }

    @Test
    void while_one_number_rests_the_others_go_on() {
        cap(Map.of("choice", "own", "segments", 1));
        List<String> people = people(6);
        String at = draft("Others", people, List.of(number, Outside.MAIN_NUMBER));

        company.post(at + "/start", Map.of());

        await().untilAsserted(() -> {
            assertThat(count(at, "delivered")).isEqualTo(people.size());
            assertThat(shown(at).get("state").asString()).isEqualTo("done");
        });
        assertThat(company.get(at + "/deliveries")
                        .body()
                        .get("items")
                        .valueStream()
                        .filter(each -> each.get("sender").asString().equals(number)))
                .hasSizeLessThanOrEqualTo(1);
    }

    @Test
    void a_number_of_which_the_carrier_takes_no_more_for_now_says_why_it_rests() {
        outside.breaks(Map.of(
                "where",
                Map.of("part", "rest", "method", "POST", "route", "*/Messages.json"),
                "what",
                Map.of(
                        "fault",
                        "answer",
                        "statuses",
                        List.of(Map.of("status", 400, "code", 21611, "message", "Queue is full")))));
        String at = draft("Full queue", people(2), List.of(number));

        company.post(at + "/start", Map.of());

        await().untilAsserted(() ->
                assertThat(shown(at).at("/resting/0/because").asString("")).isEqualTo("carrier"));
        assertThat(shown(at).at("/resting/0/sentence").asString())
                .isEqualTo("Too many texts of this number are waiting at the carrier.");
        assertThat(count(at, "failed")).isZero();
        company.post(at + "/cancel", Map.of());
        assertThat(shown(at).get("resting")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"LIGHT, 1440", "DARK, 390"})
    void a_daily_limit_is_changed_on_the_page_and_a_campaign_shows_which_number_rests(ColorScheme scheme, int width)
            throws Exception {
        try (var browser = new Browser()) {
            Page page = programs.signedIn(browser);
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
            page.setViewportSize(width, 900);
            page.navigate(company.base() + "/numbers");
            limit(page, width);

            String at = draft("Recall " + width, people(4), List.of(number, Outside.MAIN_NUMBER));
            company.post(at + "/start", Map.of());
            await().untilAsserted(
                            () -> assertThat(shown(at).get("state").asString()).isEqualTo("done"));
            String alone = draft("Alone " + width, people(3), List.of(number));
            company.post(alone + "/start", Map.of());
            page.navigate(company.base() + "/campaigns/" + alone.substring(alone.lastIndexOf('/') + 1));
            page.getByText("Its numbers have sent what they may today.").waitFor();
            page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("A number rests"))
                    .scrollIntoViewIfNeeded();
            page.getByText("It has sent 2 segments today and may send 2 a day").waitFor();
            assertThat(Axe.violations(page)).isEmpty();
            look(page, "campaign-resting-" + width);
            company.post(alone + "/cancel", Map.of());
            assertThat(browser.complaints()).isEmpty();
        }
    }

    private void limit(Page page, int width) {
        button(page, "Change… the daily limit of " + display(number)).click();
        page.getByRole(AriaRole.COMBOBOX, new Page.GetByRoleOptions().setName("Daily limit"))
                .selectOption("own");
        page.getByLabel("Segments a day").fill("many");
        button(page, "Save").click();
        page.getByText("Write a whole number from 1 to 1,000,000.").waitFor();
        assertThat(Axe.violations(page)).isEmpty();
        look(page, "number-day-" + width);
        page.getByLabel("Segments a day").fill("2");
        button(page, "Save").click();
        page.getByText("Campaigns: up to 2 segments a day").waitFor();
        assertThat(listed().at("/dailyCap/segments").asInt()).isEqualTo(2);
        assertThat(Axe.violations(page)).isEmpty();
        look(page, "numbers-days-" + width);
    }

    private static void look(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", "pictures", name + ".png")));
    }

    private static String display(String number) {
        return "(%s) %s-%s".formatted(number.substring(2, 5), number.substring(5, 8), number.substring(8));
    }

    private Company.Reply cap(Map<String, ?> wanted) {
        return company.put("/api/numbers/" + listed().get("id").asString() + "/daily-cap", wanted);
    }

    private JsonNode listed() {
        return company.get("/api/numbers")
                .body()
                .get("items")
                .valueStream()
                .filter(item -> item.get("number").asString("").equals(number))
                .findFirst()
                .orElseThrow();
    }

    private JsonNode shown(String at) {
        return company.get(at).body();
    }

    private int count(String at, String state) {
        return shown(at).at("/counts/" + state).asInt();
    }

    private String draft(String name, List<String> people, List<String> from) {
        var made = company.post(
                "/api/campaigns",
                Map.of(
                        "name",
                        name,
                        "message",
                        "Hi, this is " + name + ".",
                        "recipients",
                        people,
                        "fromNumbers",
                        from,
                        "consent",
                        Map.of("method", "web form", "words", "I agree to get marketing texts from Harbor Dental."),
                        "draft",
                        true));
        assertThat(made.status()).as(made.body().toString()).isEqualTo(201);
        return "/api/campaigns/" + made.body().at("/campaign/id").asString();
    }

    private static List<String> people(int several) {
        return Stream.generate(() -> "+1559555%04d".formatted(PEOPLE.getAndIncrement()))
                .limit(several)
                .toList();
    }
}
