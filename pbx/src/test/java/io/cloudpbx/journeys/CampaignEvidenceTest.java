package io.cloudpbx.journeys;

import static io.cloudpbx.sandbox.phone.Browser.button;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import io.cloudpbx.sandbox.phone.Browser;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What can be proven of each text of a campaign afterwards (C24). */
class CampaignEvidenceTest {
    private static final AtomicInteger PEOPLE = new AtomicInteger(9400);
    private static final TwoPrograms AFTERNOON = TwoPrograms.sharedAfternoon();
    private static final String NAME = "Harbor Dental";

    private final Company company = AFTERNOON.company();
    private final Outside outside = AFTERNOON.outside();

    @AfterEach
    void it_is_called_as_before() {
        rename(NAME);
    }

    @Test
    void what_people_got_is_told_in_the_words_that_they_got_whatever_the_business_is_called_since() {
        String person = person();
        String at = started("Recall", List.of(person));
        await().untilAsserted(() -> assertThat(outside.received(person)).hasSize(1));
        String read = outside.received(person).getFirst();
        await().until(() -> isDone(at));

        rename("Tidepool Bakery");

        assertThat(read).isEqualTo("Harbor Dental: This is Recall. Reply STOP to opt out.");
        assertThat(company.get(at + "/deliveries").body().at("/items/0/message").asString())
                .isEqualTo(read);
        assertThat(rows(at + "/deliveries.csv", person))
                .isNotEmpty()
                .allSatisfy(row -> assertThat(row).contains(read));
        assertThat(rows(at + "/history.csv", person))
                .isNotEmpty()
                .allSatisfy(row -> assertThat(row).contains(read));
        outside.texts(person, Outside.MAIN_NUMBER, "Which day?");
        await().untilAsserted(() -> assertThat(lines(person))
                .filteredOn(line -> line.toString().contains("This is Recall."))
                .singleElement()
                .satisfies(line -> assertThat(line.toString()).contains(read)));
    }

    @Test
    void each_text_is_kept_with_the_consent_the_hours_and_the_look_that_it_left_by() {
        String person = person();
        Instant before = now();
        String at = started("Proven", List.of(person));
        await().until(() -> isDone(at));
        String consent = consentOf(person);

        JsonNode proof = company.get(at + "/deliveries").body().at("/items/0/proof");

        assertThat(Instant.parse(proof.get("lookedAt").asString())).isBetween(before, now());
        assertThat(proof.get("optOuts").asString()).isEqualTo("They had not opted out.");
        assertThat(proof.get("consentId").asString()).isEqualTo(consent);
        assertThat(proof.get("consent").asString())
                .startsWith("They agreed on ")
                .endsWith(" by web form, on a list brought to the campaign “Proven”.");
        assertThat(proof.get("hours").asString())
                .startsWith("Open by the hours of ")
                .contains(" in America/Los_Angeles (by area code) until ");
        assertThat(proof.get("checks"))
                .extracting(JsonNode::asString)
                .contains("opted_out", "no_consent", "marketing_cap", "spend_ceiling", "quiet_hours");
        List<String> tried = rows(at + "/history.csv", person).stream()
                .filter(row -> row.contains(",tried,1,"))
                .toList();
        assertThat(tried)
                .singleElement()
                .satisfies(row -> assertThat(row)
                        .contains(
                                proof.get("lookedAt").asString(),
                                "They had not opted out.",
                                proof.get("consent").asString(),
                                consent,
                                proof.get("hours").asString()));
    }

    @Test
    void who_got_nothing_has_no_such_proof() {
        String stranger = person();
        var told = draft("Nobody", List.of(stranger));
        String at = at(
                company.post("/api/campaigns", told).body().at("/campaign/id").asString());
        company.post(at + "/start", Map.of());
        await().until(() -> isDone(at));

        assertThat(company.get(at + "/deliveries").body().at("/items/0/proof").isNull())
                .isTrue();
        assertThat(rows(at + "/history.csv", stranger))
                .singleElement()
                .satisfies(row -> assertThat(row).contains("not tried", ",,,,,"));
    }

    @Test
    void what_somebody_read_and_by_what_it_left_is_a_click_away() throws Exception {
        String person = person();
        String known = person();
        String at = started("Shown", List.of(person, known));
        await().until(() -> isDone(at));
        company.post("/api/contacts", Map.of("name", "Ines Marlow", "numbers", List.of(known)));
        rename("Tidepool Bakery");
        try (var browser = new Browser()) {
            Page page = AFTERNOON.signedIn(browser);
            page.navigate(company.base() + at.replace("/api", ""));
            String opener = "Text to (559) 555-" + person.substring(8);
            button(page, opener).focus();
            page.keyboard().press("Enter");

            var sheet = page.getByRole(AriaRole.DIALOG, new Page.GetByRoleOptions().setName(opener));
            sheet.getByText("Harbor Dental: This is Shown. Reply STOP to opt out.")
                    .waitFor();
            sheet.getByText("They had not opted out.").waitFor();
            sheet.getByText("on a list brought to the campaign “Shown”.").waitFor();
            sheet.getByText("in America/Los_Angeles (by area code) until").waitFor();
            Pictures.of(page, "campaign-proof");
            button(page, "Done").click();
            PlaywrightAssertions.assertThat(button(page, opener)).isFocused();
            PlaywrightAssertions.assertThat(button(page, "Text to Ines Marlow")).isVisible();
            Pictures.of(page, "campaign-recipients");
            button(page, "Duplicate").click();
            page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Shown (again)"))
                    .waitFor();
            page.getByText("Nobody is chosen yet").waitFor();
            assertThat(browser.complaints()).isEmpty();
        }
    }

    private Instant now() {
        return AFTERNOON.bean(Clock.class).instant();
    }

    private String consentOf(String person) {
        return company.get("/api/opt-outs/" + person)
                .body()
                .get("marketingConsent")
                .asString();
    }

    private void rename(String name) {
        var present = company.get("/api/settings").body();
        var changed = company.put(
                "/api/settings",
                Map.of(
                        "businessName",
                        name,
                        "timeZone",
                        present.get("timeZone").asString(),
                        "operatorExtension",
                        present.get("operatorExtension").asString(),
                        "version",
                        present.get("version").asLong()));
        assertThat(changed.status()).as(changed.body().toString()).isEqualTo(200);
    }

    private List<String> rows(String path, String person) {
        return company.file(path).lines().filter(row -> row.contains(person)).toList();
    }

    private List<JsonNode> lines(String person) {
        JsonNode conversation = company.get("/api/conversations?q=" + person.substring(2))
                .body()
                .at("/items/0");
        return conversation.isMissingNode()
                ? List.of()
                : company.get("/api/conversations/" + conversation.get("id").asString() + "/entries")
                        .body()
                        .get("items")
                        .valueStream()
                        .toList();
    }

    private boolean isDone(String at) {
        return company.get(at).body().get("state").asString().equals("done");
    }

    private String started(String name, List<String> recipients) {
        var told = new HashMap<>(draft(name, recipients));
        told.put("consent", Map.of("method", "web form", "words", "I agree to get marketing texts."));
        var made = company.post("/api/campaigns", told);
        assertThat(made.status()).as(made.body().toString()).isEqualTo(201);
        String at = at(made.body().at("/campaign/id").asString());
        company.post(at + "/start", Map.of());
        return at;
    }

    private static Map<String, Object> draft(String name, List<String> recipients) {
        return Map.of(
                "name",
                name,
                "message",
                "This is " + name + ".",
                "recipients",
                recipients,
                "fromNumber",
                Outside.MAIN_NUMBER,
                "draft",
                true);
    }

    private static String at(String id) {
        return "/api/campaigns/" + id;
    }

    private static String person() {
        return "+1559555%04d".formatted(PEOPLE.getAndIncrement());
    }
}
