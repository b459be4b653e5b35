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
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** What people change about a campaign that is under way, and that it is written down who did it. */
class CampaignNumbersTest {
    private static final AtomicInteger PEOPLE = new AtomicInteger(6100);
    private static final int MANY = 200;
    private static final TwoPrograms AFTERNOON = TwoPrograms.sharedAfternoon();

    private final Company company = AFTERNOON.company();

    @Test
    void one_that_is_paused_goes_on_from_another_number_and_what_has_left_stays_with_its_own() {
        String at = paused("Numbers");
        Map<String, String> before = senders(at);
        String other = company.extension("101").get("number").asString();

        var changed = company.put(at + "/senders", Map.of("fromNumbers", List.of(other)));

        assertThat(changed.status()).as(changed.body().toString()).isEqualTo(200);
        assertThat(changed.body().get("senders"))
                .singleElement()
                .extracting(JsonNode::asString)
                .isEqualTo(other);
        company.post(at + "/resume", Map.of());
        await().untilAsserted(() -> assertThat(senders(at)).containsValue(other));
        company.post(at + "/cancel", Map.of());
        Map<String, String> after = senders(at);
        assertThat(before).isNotEmpty().containsValue(Outside.MAIN_NUMBER);
        assertThat(after).containsAllEntriesOf(before);
        after.keySet().removeAll(before.keySet());
        assertThat(after)
                .isNotEmpty()
                .allSatisfy((person, sender) -> assertThat(sender).isEqualTo(other));
        assertThat(recorded("campaign_numbers_changed", id(at)))
                .contains("Numbers: " + other + ", before that " + Outside.MAIN_NUMBER);
    }

    @Test
    void what_cannot_be_changed_is_said() {
        String at = paused("Refused");
        long seen = company.get(at).body().get("version").asLong();
        String other = company.extension("102").get("number").asString();

        var foreign = company.put(at + "/senders", Map.of("fromNumbers", List.of("+15595550199")));
        assertThat(foreign.status()).isEqualTo(422);
        assertThat(foreign.field()).isEqualTo("fromNumbers");
        assertThat(company.put(at + "/senders", Map.of()).field()).isEqualTo("fromNumbers");
        assertThat(company.put(at + "/senders", Map.of("fromNumbers", List.of(other), "version", seen - 1))
                        .code())
                .isEqualTo("campaign_changed");
        assertThat(company.get(at).body().get("version").asLong()).isEqualTo(seen);
        company.post(at + "/cancel", Map.of());
        assertThat(company.put(at + "/senders", Map.of("fromNumbers", List.of(other)))
                        .code())
                .isEqualTo("campaign_state");
    }

    @Test
    void that_a_text_in_doubt_was_sent_again_is_written_down() {
        String at = started("Doubtful", 1);
        await().untilAsserted(() ->
                assertThat(company.get(at).body().get("state").asString()).isEqualTo("done"));
        JsonNode delivery = company.get(at + "/deliveries").body().at("/items/0");
        String resend = at + "/deliveries/" + delivery.get("id").asLong() + "/resend";
        assertThat(company.post(resend, Map.of()).code()).isEqualTo("not_in_doubt");
        // As after five minutes in which the carrier knew nothing of it; late news of it are another text's from now
        // on.
        AFTERNOON
                .bean(JdbcClient.class)
                .sql("update delivery set state = 'not_confirmed', sent_at = null, token = 'lost' where id = :id")
                .param("id", delivery.get("id").asLong())
                .update();

        assertThat(company.post(resend, Map.of()).status()).isEqualTo(200);

        String object = id(at) + "/" + delivery.get("id").asLong();
        assertThat(recorded("campaign_text_sent_again", object)).isEqualTo("Doubtful");
    }

    @ParameterizedTest
    @CsvSource({"LIGHT, 1440", "DARK, 390"})
    void numbers_are_chosen_on_the_page_of_a_paused_campaign(ColorScheme scheme, int width) throws Exception {
        String at = paused("Recall " + width);
        String other = company.extension("103").get("number").asString();
        try (var browser = new Browser()) {
            Page page = AFTERNOON.signedIn(browser);
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
            page.setViewportSize(width, 900);
            page.navigate(company.base() + "/campaigns/" + id(at));
            button(page, "Numbers…").click();
            page.getByText("still to be texted get it from these").waitFor();
            page.getByRole(AriaRole.CHECKBOX).nth(1).waitFor();
            assertThat(Axe.violations(page)).isEmpty();
            look(page, "campaign-numbers-" + width);
            page.getByRole(AriaRole.CHECKBOX, new Page.GetByRoleOptions().setChecked(true))
                    .uncheck();
            button(page, "Use These").click();
            page.getByText("It must name a number of yours.").waitFor();
            assertThat(Axe.violations(page)).isEmpty();
            look(page, "campaign-numbers-missing-" + width);
            page.getByRole(AriaRole.CHECKBOX, new Page.GetByRoleOptions().setName(display(other)))
                    .check();
            button(page, "Use These").click();

            page.getByText("It goes on from these numbers").waitFor();
            assertThat(Axe.violations(page)).isEmpty();
            look(page, "campaign-paused-" + width);
            assertThat(company.get(at).body().get("senders"))
                    .singleElement()
                    .extracting(JsonNode::asString)
                    .isEqualTo(other);
            // The browser itself says that a request was refused.
            assertThat(browser.complaints()).allMatch(complaint -> complaint.contains("status of 4"));
        }
        company.post(at + "/cancel", Map.of());
    }

    private static void look(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", "pictures", name + ".png")));
    }

    private static String display(String number) {
        return "(%s) %s-%s".formatted(number.substring(2, 5), number.substring(5, 8), number.substring(8));
    }

    private static String id(String at) {
        return at.substring(at.lastIndexOf('/') + 1);
    }

    /** One of which some has left, and nothing is on its way. */
    private String paused(String name) {
        String at = started(name, MANY);
        await().untilAsserted(() -> assertThat(senders(at)).isNotEmpty());
        assertThat(company.post(at + "/pause", Map.of()).status()).isEqualTo(200);
        await().untilAsserted(() ->
                assertThat(company.get(at).body().at("/counts/leaving").asInt()).isZero());
        return at;
    }

    private String started(String name, int people) {
        var made = company.post(
                "/api/campaigns",
                Map.of(
                        "name",
                        name,
                        "message",
                        "Only this week, " + name + ".",
                        "recipients",
                        IntStream.range(0, people)
                                .mapToObj(i -> "+1559555%04d".formatted(PEOPLE.getAndIncrement()))
                                .toList(),
                        "fromNumber",
                        Outside.MAIN_NUMBER,
                        "consent",
                        Map.of("method", "paper", "words", "I agree.")));
        return "/api/campaigns/" + made.body().at("/campaign/id").asString();
    }

    /** From which number those were texted whose text has left. */
    private Map<String, String> senders(String at) {
        return company.get(at + "/deliveries?limit=500")
                .body()
                .get("items")
                .valueStream()
                .filter(delivery -> List.of("sent", "delivered")
                        .contains(delivery.get("state").asString()))
                .collect(Collectors.toMap(
                        delivery -> delivery.get("to").asString(),
                        delivery -> delivery.get("sender").asString()));
    }

    /** The newest words in the log about it. */
    private String recorded(String action, String object) {
        return company.get("/api/audit?action=" + action)
                .body()
                .get("items")
                .valueStream()
                .filter(entry -> entry.get("object").asString().equals(object))
                .findFirst()
                .orElseThrow()
                .get("detail")
                .asString();
    }
}
