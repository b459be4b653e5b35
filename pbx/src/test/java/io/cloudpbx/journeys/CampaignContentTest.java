package io.cloudpbx.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.cloudpbx.sandbox.phone.Browser;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What carriers would drop or refuse is said before anything leaves (C26). */
class CampaignContentTest {
    private static final AtomicInteger PEOPLE = new AtomicInteger(9750);
    private static final TwoPrograms AFTERNOON = TwoPrograms.sharedAfternoon();

    private final Company company = AFTERNOON.company();
    private final Outside outside = AFTERNOON.outside();

    @Test
    void a_link_of_a_public_shortener_is_refused_beside_the_message() {
        var refused = company.post("/api/campaigns", draft("See https://bit.ly/3xYz", List.of(person())));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body().at("/errors/0/field").asString()).isEqualTo("message");
        assertThat(refused.body().at("/errors/0/code").asString()).isEqualTo("link_shortener");
        assertThat(refused.body().at("/errors/0/message").asString()).contains("bit.ly", "write the whole address");
        var preview = company.post("/api/campaigns/preview", Map.of("message", "See https://bit.ly/3xYz"));
        assertThat(preview.status()).isEqualTo(422);
        assertThat(preview.body().at("/errors/0/code").asString()).isEqualTo("link_shortener");
    }

    @Test
    void a_draft_does_not_get_such_a_link_by_a_change() {
        String at = drafted("Whole addresses only", List.of(person()));
        var changed = new HashMap<>(draft("Now tinyurl.com/abc", List.of()));
        changed.remove("recipients");

        var refused = company.put(at, changed);

        assertThat(refused.status()).isEqualTo(422);
        assertThat(company.get(at).body().get("message").asString()).isEqualTo("Whole addresses only");
    }

    @Test
    void whose_field_holds_such_a_link_is_left_out_and_the_others_are_not() {
        String short1 = person();
        String whole = person();
        String at = drafted(
                "Yours: {{page}}",
                List.of(
                        Map.of("number", short1, "fields", Map.of("page", "https://t.co/abc")),
                        Map.of("number", whole, "fields", Map.of("page", "https://harbor.example/abc"))));

        JsonNode sheet = company.get(at + "/launch").body();
        assertThat(sheet.get("willGet").asInt()).isEqualTo(1);
        assertThat(sheet.at("/skipped/0/code").asString()).isEqualTo("link_shortener");
        assertThat(sheet.at("/skipped/0/sentence").asString()).contains("t.co");
        company.post(at + "/start", Map.of());
        await().until(() -> {
            JsonNode now = company.get(at).body();
            return now.get("state").asString().equals("done")
                    && now.at("/counts/sent").asInt() == 0;
        });

        assertThat(outside.received(short1)).isEmpty();
        assertThat(outside.received(whole)).hasSize(1);
        assertThat(company.get(at + "/reasons").body().at("/items/0/code").asString())
                .isEqualTo("link_shortener");
    }

    @Test
    void topics_and_numbers_that_are_not_needed_are_warned_of_and_do_not_stand_in_the_way() {
        var told = new HashMap<>(draft("Free beer on Friday.", List.of(person())));
        told.remove("fromNumber");
        told.put(
                "fromNumbers",
                List.of(
                        Outside.MAIN_NUMBER,
                        company.extension("101").get("number").asString()));
        String at = at(company.post("/api/campaigns", told).body());

        JsonNode sheet = company.get(at + "/launch").body();

        assertThat(sheet.get("warnings"))
                .extracting(warning -> warning.get("code").asString())
                .containsExactly("topic_alcohol", "more_numbers_than_needed");
        assertThat(company.post(at + "/start", Map.of()).status()).isEqualTo(200);
        String plain = drafted("See you on Friday.", List.of(person()));
        assertThat(company.get(plain + "/launch").body().get("warnings")).isEmpty();
    }

    @Test
    void somebody_at_the_dashboard_reads_it_beside_the_message_and_on_the_sheet() throws Exception {
        String at = drafted("Free beer on Friday.", List.of(person()));
        try (var browser = new Browser()) {
            Page page = AFTERNOON.signedIn(browser);
            page.navigate(company.base() + at.replace("/api", ""));
            button(page, "Continue");
            button(page, "Next");
            var message = page.getByRole(
                    AriaRole.TEXTBOX,
                    new Page.GetByRoleOptions().setName("Message").setExact(true));
            message.fill("Free beer on Friday: bit.ly/friday");
            page.getByText("It has a link of bit.ly").waitFor();
            Pictures.of(page, "campaign-short-link");
            browser.complaints().removeIf(complaint -> complaint.contains("status of 422"));
            message.fill("Free beer on Friday: https://harbor.example/friday");
            button(page, "Next");
            page.getByText("“beer” reads like a text about alcohol.").waitFor();
            Pictures.of(page, "campaign-warnings");
            assertThat(browser.complaints()).isEmpty();
        }
    }

    private static void button(Page page, String name) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(name).setExact(true))
                .click();
    }

    private String drafted(String message, List<?> recipients) {
        var made = company.post("/api/campaigns", draft(message, recipients));
        assertThat(made.status()).as(made.body().toString()).isEqualTo(201);
        return at(made.body());
    }

    private static String at(JsonNode made) {
        return "/api/campaigns/" + made.at("/campaign/id").asString();
    }

    private static Map<String, Object> draft(String message, List<?> recipients) {
        return Map.of(
                "name",
                "Friday",
                "message",
                message,
                "recipients",
                recipients,
                "consent",
                Map.of("method", "web form", "words", "I agree to get marketing texts."),
                "fromNumber",
                Outside.MAIN_NUMBER,
                "draft",
                true);
    }

    private static String person() {
        return "+1559555%04d".formatted(PEOPLE.getAndIncrement());
    }
}
